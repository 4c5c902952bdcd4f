namespace Hearsay.Lab.Fuzz;

/// <summary>
/// A parser under test: seeds of real shape, and the oracle, which throws <see cref="OracleException"/> where what holds for every input does not
/// hold.
/// </summary>
internal sealed record FuzzTarget(string Name, IReadOnlyList<byte[]> Seeds, IReadOnlyList<string> Words, Action<byte[]> Check)
{
    /// <summary>Every target.</summary>
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [FeedTarget.Create(), PageTarget.Create(), PageTarget.OfLinkedData(), ReportTarget.Create(), WarcTarget.Create(), RobotsTarget.Create(), ArchiveTarget.Create()];
}

/// <summary>What must hold for every input does not hold.</summary>
internal sealed class OracleException(string what) : Exception(what)
{
    /// <summary>Throws where the condition does not hold.</summary>
    public static void Demand(bool holds, string what)
    {
        if (!holds) throw new OracleException(what);
    }
}
