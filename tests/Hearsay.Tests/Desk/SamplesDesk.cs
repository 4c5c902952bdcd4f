namespace Hearsay.Tests.Desk;

/// <summary>A desk that has read the samples, shared by the tests of a class.</summary>
public sealed class SamplesDesk : IAsyncLifetime
{
    internal OpenDesk Desk { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Desk = await OpenDesk.StartAsync(("requests-per-minute", "100000"));
        await Desk.DropAsync(Directory.GetFiles(Repository.At("samples"), "*.*", SearchOption.AllDirectories));
    }

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
