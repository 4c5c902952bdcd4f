namespace Hearsay.Reconciliation;

/// <summary>Whether two quotations render one utterance: above 0 yes, the more the surer.</summary>
internal static class QuoteLikeness
{
    public static double Of(QuotedWords a, QuotedWords b)
    {
        var shorter = Math.Min(a.Spoken.Length, b.Spoken.Length);
        if (shorter >= 5 && a.Content.Count(b.Content.Contains) < 2) return 0;
        var alignment = QuoteAlignment.Of(a.Spoken, b.Spoken);
        return a.IsShort || b.IsShort ? Fragment(a, b, alignment, shorter) : Utterance(a, b, alignment, shorter);
    }

    /// <summary>Two long ones: most of the shorter aligns, or a long stretch does (one cut, the other reaching further).</summary>
    private static double Utterance(QuotedWords a, QuotedWords b, QuoteAlignment alignment, int shorter)
    {
        var matched = alignment.Pairs.Length;
        var coverage = (double)matched / shorter;
        var enough = SpeakerNames.Differ(a.Speakers, b.Speakers)
            ? matched >= 6 && coverage >= 0.8
            : (coverage >= 0.6 && matched >= 4) || matched >= 7;
        return enough && alignment.Content >= 2 ? matched + coverage : 0;
    }

    private static double Fragment(QuotedWords a, QuotedWords b, QuoteAlignment alignment, int shorter)
    {
        if (SpeakerNames.Differ(a.Speakers, b.Speakers)) return 0;
        var (known, whole) = (SpeakerNames.Meet(a.Speakers, b.Speakers), alignment.Pairs.Length == shorter);
        var equal = whole && a.Spoken.Length == b.Spoken.Length;
        if (equal && (known || alignment.Content >= 2 || Alike(a, b) >= 0.4)) return 2 + alignment.Content + Alike(a, b);
        if (whole && (known ? alignment.Content >= 1 : alignment.Content >= 2)) return 1 + alignment.Content + Alike(a, b);
        return known && a.IsShort && b.IsShort && alignment.Content >= 1 && Alike(a, b) >= 0.3 ? Alike(a, b) : 0;
    }

    /// <summary>How much of the words around the two quotations is common (Dice).</summary>
    private static double Alike(QuotedWords a, QuotedWords b) =>
        a.Around.Count + b.Around.Count == 0 ? 0 : 2.0 * a.Around.Count(b.Around.Contains) / (a.Around.Count + b.Around.Count);
}
