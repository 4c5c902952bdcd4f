using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Hearsay.App.Cli;

namespace Hearsay.Tests.Cli;

/// <summary>`serve` where it cannot open.</summary>
public sealed class ServeCommandTests
{
    [Fact]
    public void A_port_in_use_is_one_line()
    {
        using var folder = new TemporaryFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");
        var run = CommandRun.Of("serve", "--store", Path.Combine(folder.Path, "a.db"), "--listen", address);
        Assert.Equal(
            (ExitCode.WrongUsage, "", $"hearsay: {address}/: another program listens there already (--listen takes another address)\n"),
            (run.Code, run.Output, run.Error)
        );
    }
}
