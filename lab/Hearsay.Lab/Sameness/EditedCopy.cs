using System.Globalization;
using System.Text;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Lab.Sameness;

/// <summary>
/// A report copied word for word but for every second sentence, in which one thing is another: a number, a name of the report in place of another, a "not"
/// more or less. What the sentence said before the copy does not state.
/// </summary>
internal sealed class EditedCopy
{
    private static readonly HashSet<string> Auxiliaries = new(StringComparer.Ordinal) { "is", "was", "are", "were", "will", "would", "has", "had", "have", "can", "could" };

    private readonly Report report;
    private readonly ReportText text;
    private readonly List<TextSpan> names;

    public EditedCopy(Report report)
    {
        (this.report, text) = (report, new ReportText(report, 0));
        names = Runs();
        Edits = new TextSpan?[text.Sentences.Length];
        var (copy, at) = (new StringBuilder(), 0);
        for (var i = 1; i < Edits.Length; i += 2)
        {
            if (Edit(i) is not var (span, words)) continue;
            copy.Append(text.Text, at, span.Start - at).Append(words);
            (at, Edits[i]) = (span.End, span);
        }

        Article = report.Article with { Id = report.Article.Id + "-edited", Text = copy.Append(text.Text, at, text.Text.Length - at).ToString() };
    }

    /// <summary>The copy.</summary>
    public Article Article { get; }

    /// <summary>For each sentence of the report where the copy has other words; null where it has the same.</summary>
    public TextSpan?[] Edits { get; }

    private (TextSpan Span, string Words)? Edit(int sentence)
    {
        Func<int, (TextSpan, string)?>[] ways = [Number, Name, Negation];
        return Enumerable.Range(0, ways.Length).Select(k => ways[(sentence / 2 + k) % ways.Length](sentence)).FirstOrDefault(e => e is not null);
    }

    private (TextSpan, string)? Number(int sentence)
    {
        foreach (var word in text.Within(text.Sentences[sentence]))
        {
            if (
                int.TryParse(word.Form.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var number) && number is > 1 and < 100_000_000
                && !report.Times.Any(t => t.Span.Overlaps(word.Span))
            )
                return (word.Span, (number + (number / 4) + 1).ToString(word.Form.Contains(',', StringComparison.Ordinal) ? "N0" : "D", CultureInfo.InvariantCulture));
        }

        return null;
    }

    /// <summary>Another name in place of the last one.</summary>
    private (TextSpan, string)? Name(int sentence)
    {
        var place = names.FindLastIndex(n => text.Sentences[sentence].Contains(n));
        if (place < 0) return null;
        var words = WordsOf(names[place]);
        var other = names.Skip(place + 1).Concat(names.Take(place)).FirstOrDefault(n => !WordsOf(n).Overlaps(words));
        return other.IsEmpty ? null : (names[place], other.Of(text.Text));
    }

    private (TextSpan, string)? Negation(int sentence)
    {
        var terms = text.TermsWithin(text.Sentences[sentence]).ToArray();
        foreach (var (term, next) in terms.Zip(terms.Skip(1)))
        {
            if (!Auxiliaries.Contains(term.Span.Of(text.Text).ToLowerInvariant())) continue;
            return next.Lemma == "not" ? (TextSpan.Between(term.Span.End, next.Span.End), "") : (new TextSpan(term.Span.End, 0), " not");
        }

        return null;
    }

    /// <summary>The names that begin behind the first word of their sentence.</summary>
    private List<TextSpan> Runs()
    {
        var (runs, terms) = (new List<TextSpan>(), report.Terms);
        for (var i = 1; i < terms.Length; i++)
        {
            if (terms[i].Tag != Upos.Propn || terms[i - 1].Tag == Upos.Propn || terms[i - 1].Sentence != terms[i].Sentence) continue;
            var last = i;
            while (last + 1 < terms.Length && terms[last + 1].Tag == Upos.Propn && terms[last + 1].Sentence == terms[i].Sentence) last++;
            runs.Add(TextSpan.Cover(terms[i].Span, terms[last].Span));
        }

        return runs;
    }

    private HashSet<string> WordsOf(TextSpan name) => [.. text.Within(name).ToArray().Select(w => w.Form)];
}
