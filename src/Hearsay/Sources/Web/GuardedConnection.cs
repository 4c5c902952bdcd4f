using System.Net;
using System.Net.Sockets;

namespace Hearsay.Sources.Web;

/// <summary>A host has no address that may be asked.</summary>
internal sealed class AddressRefusedException() : IOException(WebOptions.PrivateIsRefused + WebOptions.PrivateCanBeAllowed);

/// <summary>
/// Opens connections to public addresses only. The host is looked up here and the connection made to the very address that was checked, so a name
/// that leads elsewhere the second time it is asked for (DNS rebinding) leads nowhere, and a redirect or a robots.txt can lead to no other place than
/// a feed can.
/// </summary>
internal sealed class GuardedConnection(bool allowPrivate, Func<string, CancellationToken, Task<IPAddress[]>> lookUp)
{
    /// <summary>Opens a connection for a handler.</summary>
    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        IPAddress[] addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await lookUp(host, cancellation);
        var allowed = addresses.Where(a => allowPrivate || AddressGuard.IsPublic(a)).ToArray();
        if (allowed.Length == 0) throw addresses.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : new AddressRefusedException();
        for (var i = 0; ; i++)
        {
            var socket = new Socket(allowed[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                // a host with several addresses must not use up the whole time on one that is silent
                if (i + 1 < allowed.Length) soon.CancelAfter(TimeSpan.FromSeconds(5));
                await socket.ConnectAsync(new IPEndPoint(allowed[i], port), soon.Token);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                socket.Dispose();
                if (i + 1 == allowed.Length || cancellation.IsCancellationRequested) throw;
            }
        }
    }
}
