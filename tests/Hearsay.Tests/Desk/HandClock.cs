namespace Hearsay.Tests.Desk;

/// <summary>A clock that stands until it is set.</summary>
internal sealed class HandClock : TimeProvider
{
    public required DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
