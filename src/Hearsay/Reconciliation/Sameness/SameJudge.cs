using Hearsay.Text;

namespace Hearsay.Reconciliation.Sameness;

/// <summary>
/// The learned answer to "do these two sentences say the same?", in two questions with a calibrated probability each: do they share a statement, and
/// does the second state all that matters of the first? Trained by `lab same` on stories in which every sentence was judged.
/// </summary>
internal sealed record SameJudge(TreeEnsemble Sharing, TreeEnsemble Carrying)
{
    private static readonly Lazy<SameJudge> Loaded = new(() => new SameJudge(Read("same-sharing"), Read("same-carrying")));

    /// <summary>The judge that ships.</summary>
    public static SameJudge Shipped => Loaded.Value;

    private static TreeEnsemble Read(string name) => TreeEnsemble.Read(DataFile.Lines($"Reconciliation/Data/{name}.trees"));
}
