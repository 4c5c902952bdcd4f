using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hearsay.Tests.Sources.Web;

/// <summary>
/// A server on loopback that answers with the very bytes that a test gives it, at the pace that it wants. Each path has an answer of its own;
/// robots.txt is not there unless it is given.
/// </summary>
internal sealed class BadServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, Func<Conversation, Task>> answers = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;

    public BadServer()
    {
        listener.Start();
        On("/robots.txt", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        accepting = AcceptAsync();
    }

    /// <summary>The requests so far, path and headers.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>An address on this server.</summary>
    public Uri At(string path) => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}{path}");

    /// <summary>How many requests there were for a path.</summary>
    public int Count(string path)
    {
        lock (Requests) return Requests.Count(r => r.StartsWith($"GET {path} ", StringComparison.Ordinal));
    }

    /// <summary>Answers a path with bytes, then closes.</summary>
    public BadServer On(string path, byte[] answer) => On(path, c => c.SendAsync(answer));

    /// <inheritdoc cref="On(string, byte[])"/>
    public BadServer On(string path, string answer) => On(path, Encoding.UTF8.GetBytes(answer));

    /// <summary>Answers a path with a program.</summary>
    public BadServer On(string path, Func<Conversation, Task> answer)
    {
        lock (answers) answers[path] = answer;
        return this;
    }

    /// <summary>A well-formed answer.</summary>
    public static byte[] Ok(byte[] body, string headers = "Content-Type: text/html\r\n") =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{headers}Content-Length: {body.Length}\r\n\r\n"), .. body];

    /// <inheritdoc cref="Ok(byte[], string)"/>
    public static byte[] Ok(string body, string headers = "Content-Type: text/html\r\n") => Ok(Encoding.UTF8.GetBytes(body), headers);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true) open.Add(TalkAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var request = await RequestAsync(stream);
                lock (Requests) Requests.Add(request);
                Func<Conversation, Task>? answer;
                lock (answers) answers.TryGetValue(request.Split(' ') is [_, var path, ..] ? path : "", out answer);
                await (answer ?? (c => c.SendAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray())))(
                    new Conversation(client, stop.Token)
                );
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // the reader hung up, as it should
            }
        }
    }

    private static async Task<string> RequestAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer) is > 0 and var read)
            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
        return text.ToString();
    }
}

/// <summary>One connection, seen from the server.</summary>
internal sealed class Conversation(TcpClient client, CancellationToken stopped)
{
    /// <summary>Sends bytes.</summary>
    public async Task SendAsync(byte[] bytes) => await client.GetStream().WriteAsync(bytes, stopped);

    /// <summary>Does nothing for a while.</summary>
    public Task WaitAsync(TimeSpan time) => Task.Delay(time, stopped);

    /// <summary>Sends over and over again until the reader hangs up or so many bytes are sent.</summary>
    public async Task RepeatAsync(byte[] bytes, TimeSpan pause, long most = long.MaxValue)
    {
        for (var sent = 0L; sent < most; sent += bytes.Length)
        {
            await SendAsync(bytes);
            if (pause > TimeSpan.Zero) await WaitAsync(pause);
        }
    }

    /// <summary>Closes the half that sends, and goes on listening.</summary>
    public async Task HalfCloseAsync()
    {
        var stream = client.GetStream();
        client.Client.Shutdown(SocketShutdown.Send);
        var buffer = new byte[100];
        while (await stream.ReadAsync(buffer, stopped) > 0)
        {
        }
    }

    /// <summary>Breaks the connection off hard.</summary>
    public void Reset()
    {
        client.LingerState = new LingerOption(true, 0);
        client.Close();
    }
}
