using Hearsay.Text;

namespace Hearsay.Reconciliation.Sameness;

/// <summary>
/// The learned answer to "does this sentence state that?", in two questions with a calibrated probability each: does it touch what a stretch states, in
/// full or in part, and does it state all of it, where it is a sentence, and where it is a clause? And of two figures: do they answer one question? Trained by `lab same` on stories in which every sentence was judged.
/// </summary>
internal sealed record SameJudge(TreeEnsemble Touching, TreeEnsemble Stating, TreeEnsemble StatingClause, TreeEnsemble Question)
{
    private static readonly Lazy<SameJudge> Loaded = new(() => new SameJudge(Read("same-touching"), Read("same-stating"), Read("same-stating-clause"), Read("same-question")));

    /// <summary>The judge that ships.</summary>
    public static SameJudge Shipped => Loaded.Value;

    private static TreeEnsemble Read(string name) => TreeEnsemble.Read(DataFile.Lines($"Reconciliation/Data/{name}.trees"));
}
