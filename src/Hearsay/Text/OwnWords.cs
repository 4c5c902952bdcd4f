using System.Collections.Immutable;

namespace Hearsay.Text;

/// <summary>A text's own prose: its words without those of longer quotations.</summary>
internal static class OwnWords
{
    /// <summary>Quotations of up to so many words are terms in the prose around them, not speech of their own.</summary>
    private const int TermWords = 3;

    /// <summary>
    /// The words of a text in runs that nothing interrupts: the end of a line ends a run, and so does a quotation of more than three words, which is
    /// left out.
    /// <paramref name="quotations"/> are in the order of the text.
    /// </summary>
    public static ImmutableArray<ImmutableArray<Word>> Runs(string text, ImmutableArray<TextSpan> quotations)
    {
        var runs = ImmutableArray.CreateBuilder<ImmutableArray<Word>>();
        var run = ImmutableArray.CreateBuilder<Word>();
        var words = Words.Of(text);
        var end = 0;
        var quotation = 0;
        for (var i = 0; i < words.Length;)
        {
            while (quotation < quotations.Length && quotations[quotation].End <= words[i].Span.Start) quotation++;
            if (text.AsSpan(end, words[i].Span.Start - end).Contains('\n')) Flush();
            end = words[i].Span.End;
            if (
                quotation < quotations.Length
                && quotations[quotation].Contains(words[i].Span)
                && Within(quotations[quotation], i) is > TermWords and var quoted
            )
            {
                Flush();
                i += quoted;
                end = words[i - 1].Span.End;
                continue;
            }
            run.Add(words[i++]);
        }
        Flush();
        return runs.ToImmutable();

        int Within(TextSpan span, int first)
        {
            // from the quotation's first word on: its tail alone would look like a term
            var from = first;
            while (from > 0 && span.Contains(words[from - 1].Span)) from--;
            var to = first;
            while (to < words.Length && span.Contains(words[to].Span)) to++;
            return to - from > TermWords ? to - first : 0;
        }

        void Flush()
        {
            if (run.Count > 0) runs.Add(run.ToImmutable());
            run.Clear();
        }
    }
}
