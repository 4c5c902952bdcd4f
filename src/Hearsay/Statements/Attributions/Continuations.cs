namespace Hearsay.Statements.Attributions;

/// <summary>
/// Quotations that no cue holds: those in the sentences after a spoken attribution, in its paragraph or filling the next one alone, go on with what
/// was said.
/// </summary>
internal static class Continuations
{
    public static void Extend(Words words, IReadOnlyList<Draft> drafts)
    {
        var held = new bool[words.Reading.Quotations.Length];
        foreach (var draft in drafts)
        {
            foreach (var range in draft.Content.Append(draft.Source ?? draft.Cue))
            {
                for (var i = range.First; i <= range.Last; i++)
                {
                    if (words.QuotationOf(i) is >= 0 and var q) held[q] = true;
                }
            }
        }
        for (var q = 0; q < held.Length; q++)
        {
            if (held[q]) continue;
            var quotation = words.Quotation(q);
            if (
                words.Reading.Quotations[q].Continues is >= 0 and var begun
                && drafts.FirstOrDefault(d => d.Content.Any(c => words.QuotationOf(c.First) == begun || words.QuotationOf(c.Last) == begun))
                    is { } whose
            )
            {
                whose.Content.Add(quotation);
                held[q] = true;
                continue;
            }
            if (quotation.Count < 4 || Previous(words, drafts, quotation) is not { } speaker) continue;
            speaker.Content.Add(quotation);
            held[q] = true;
        }
    }

    /// <summary>
    /// "Quill said she was worried. “It is old.”": the first attribution of the sentence before, where somebody says it; in the paragraph before
    /// where the quotation fills its own.
    /// </summary>
    private static Draft? Before(Words words, IReadOnlyList<Draft> drafts, TokenRange quotation, bool fillsParagraph)
    {
        var sentence = words.Reading.Tokens[quotation.First].Sentence;
        var first = drafts.FirstOrDefault(d => words.Reading.Tokens[d.Head].Sentence == sentence - 1);
        return
            first is { Source: not null, Negated: false, Force: CueForce.Said or CueForce.Claimed or CueForce.Warned or CueForce.Believed }
            && (fillsParagraph || words.SentenceOf(first.Head).Paragraph == words.SentenceOf(quotation.First).Paragraph)
                ? first
                : null;
    }

    /// <summary>The spoken attribution that the quotation goes on with; null where there is none.</summary>
    private static Draft? Previous(Words words, IReadOnlyList<Draft> drafts, TokenRange quotation)
    {
        var first = words.SentenceOf(quotation.First);
        if (quotation.First != first.First) return null;
        var paragraph = first.Paragraph;
        var fillsParagraph =
            words.Reading.Quotations[words.QuotationOf(quotation.First)].Span.Length >= words.Reading.Paragraphs[paragraph].Length - 1;
        var last = drafts.LastOrDefault(d =>
            d.Head < quotation.First && d.Content.Any(c => words.QuotationOf(c.First) >= 0 || words.QuotationOf(c.Last) >= 0)
        );
        if (Before(words, drafts, quotation, fillsParagraph) is { } said && (last is null || said.Head > last.Head)) return said;
        if (last is null) return null;
        var distance = paragraph - words.SentenceOf(last.Content[^1].Last).Paragraph;
        return distance == 0 || (distance == 1 && fillsParagraph && words[quotation.First] == MarkOf(words, last)) ? last : null;
    }

    /// <summary>The mark that opens what was said; a heading's are others.</summary>
    private static string MarkOf(Words words, Draft draft)
    {
        var quoted = draft.Content.Last(c => words.QuotationOf(c.First) >= 0 || words.QuotationOf(c.Last) >= 0);
        return words[words.Quotation(words.QuotationOf(quoted.First) is >= 0 and var q ? q : words.QuotationOf(quoted.Last)).First];
    }
}
