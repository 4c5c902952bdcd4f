namespace Hearsay.Copies;

/// <summary>How much of one report is the text of another.</summary>
public enum CopyKind
{
    /// <summary>They share no passage.</summary>
    None,

    /// <summary>They share passages, less than four fifths of the shorter one.</summary>
    Passages,

    /// <summary>At least four fifths of the shorter one stand in the longer, which has more beside it.</summary>
    Abridged,

    /// <summary>One text with at most a fifth of its words changed, added or left out.</summary>
    Edited,

    /// <summary>One text word for word, but for one word in fifty.</summary>
    Verbatim,
}

/// <summary>Tells what kind of copy a report is of another.</summary>
internal static class CopyKinds
{
    private const double Verbatim = 0.98, LargePart = 0.8;

    /// <summary>
    /// What two texts are to each other, direct speech and all: a text full of quotations is one text with them. Stretches too short for a passage count for
    /// neither.
    /// </summary>
    /// <param name="a">All words of the one.</param>
    /// <param name="b">All words of the other.</param>
    /// <param name="sharePassages">Whether they share passages of their own prose; without these, what both quote makes no copy.</param>
    public static CopyKind Of(WordSequence a, WordSequence b, bool sharePassages)
    {
        if (!sharePassages) return CopyKind.None;
        var seeds = PassageFinder.SeedsOf(a);
        double common = PassageFinder.Between(a, seeds, b, PassageFinder.SeedsOf(b, seeds)).Sum(p => p.Common);
        var (inA, inB) = (LongWords(a), LongWords(b));
        var (ofLonger, ofShorter) = (common / Math.Max(inA, inB), common / Math.Min(inA, inB));
        return ofLonger >= Verbatim ? CopyKind.Verbatim
            : ofLonger >= LargePart ? CopyKind.Edited
            : ofShorter >= LargePart ? CopyKind.Abridged
            : CopyKind.Passages;
    }

    /// <summary>How many words stand in stretches that are long enough to be passages.</summary>
    private static int LongWords(WordSequence words)
    {
        var (all, start) = (0, 0);
        foreach (var end in words.Ends)
        {
            if (end - start >= PassageFinder.LeastWords) all += end - start;
            start = end;
        }

        return all;
    }
}
