using System.Collections.Immutable;
using Hearsay.Clauses;
using Hearsay.Reconciliation.Sameness;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Reconciliation.Checks;

// An asked sentence and one of a report in, what of the one is missing in the other and what differs, word by word.
// Method: a content word is there where the report's sentence has its stem or a word that means as good as the same, a name also where the sentence
// speaks of who bears it (its cast), a number where one for the same question gives it, a day where a day of the same event is that day. Figures are
// held against each other as in series of figures (FigureLikeness), verbs as clauses (ClausePair).

/// <summary>What of an asked sentence stands in a sentence of a report.</summary>
internal sealed class Comparison
{
    /// <summary>From this on a word that means nearly the same counts as the word.</summary>
    private const double Meant = 0.5;

    /// <summary>At this likeness two figures answer one question.</summary>
    private const double OneQuestion = 0.5;

    private readonly AskedWords asked;
    private readonly Stretch found;
    private readonly List<Part> parts = [];

    public Comparison(AskedWords asked, Stretch found, StoryText story)
    {
        (this.asked, this.found) = (asked, found);
        var differences = ImmutableArray.CreateBuilder<Difference>();
        AddFigures(differences, story);
        AddDays(differences);
        AddWords();
        var clauses = new ClausePairs(asked.Stretch, found, story);
        Differences = [.. differences, .. clauses.Differences, .. Speakers()];
        IsWhole = Differences.IsEmpty && clauses.AreSettled && parts.All(p => p.IsThere || !p.IsExact);
        Found = Share(_ => true);
        Rest = Share(p => p.IsThere || !p.IsValue);
        Missing = [.. MissingWords()];
    }

    public ImmutableArray<Difference> Differences { get; }

    /// <summary>What is missing, in the words of the asked sentence.</summary>
    public ImmutableArray<string> Missing { get; }

    /// <summary>From 0 to 1: how much of what the asked words tell is there.</summary>
    public double Found { get; }

    /// <summary>The same without the numbers and days that are not there.</summary>
    public double Rest { get; }

    /// <summary>True where every name, number and day is there, nothing differs, and what is said not to be so is said so there too.</summary>
    public bool IsWhole { get; }

    private void AddFigures(ImmutableArray<Difference>.Builder differences, StoryText story)
    {
        FigureProfile[] others =
        [
            .. found.Report.Index.FiguresNear(found.Span).Where(f => found.Span.Contains(f.Span)).Select(f => new FigureProfile(found.Report, f, story)),
        ];
        foreach (var figure in asked.Figures)
        {
            var isThere = others.Any(o => Gives(o, figure) && !IsOfOtherVerb(figure, o, others) && !IsOfOtherThing(figure, o, others));
            parts.Add(new Part(figure.Figure.Span, WeightOf(figure.Figure.Span), isThere, IsExact: true, IsValue: true));
            if (isThere || others.Any(o => Gives(o, figure))) continue;
            var other = others.Where(o => SeriesVerdict.Contradict(figure, o)).Select(o => (Figure: o, Likeness: FigureLikeness.Of(figure, o)))
                .Where(o => o.Likeness >= OneQuestion).OrderByDescending(o => o.Likeness).FirstOrDefault().Figure;
            if (other is not null)
                differences.Add(new Difference(DifferenceKind.Figure, figure.Figure.Span.Of(asked.Text), other.Figure.Span.Of(found.Report.Text)));
        }
    }

    /// <summary>True where the one gives the other's number, or a closer one for those of the same fate, and for nothing else.</summary>
    private static bool Gives(FigureProfile given, FigureProfile asked) =>
        given.Dimension == asked.Dimension && !FigureLikeness.Excluded(asked, given) && new Amount(asked.Low, asked.High).Holds(new Amount(given.Low, given.High))
        && (given.Value == asked.Value || asked.State is null || given.State == asked.State);

    /// <summary>True where the sentence counts the asked thing too, with another figure: "60 excavators and 100 dump trucks" for "100 excavators".</summary>
    private static bool IsOfOtherThing(FigureProfile figure, FigureProfile given, FigureProfile[] others) =>
        figure.Head.Length > 0 && given.Head.Length > 0 && given.Head != figure.Head && others.Any(o => o.Head == figure.Head);

    /// <summary>True where the sentence has the asked figure's verb too, with another figure: "nine drowned and two are missing" for "two drowned".</summary>
    private bool IsOfOtherVerb(FigureProfile figure, FigureProfile given, FigureProfile[] others)
    {
        if (ClauseAround(asked.Report, figure) is not { } clause) return false;
        var same = others.Where(o => o.Dimension == figure.Dimension && ClauseAround(found.Report, o)?.Lemma == clause.Lemma).ToArray();
        return same.Length > 0 && !same.Contains(given);
    }

    private static Clause? ClauseAround(ReportText report, FigureProfile figure) =>
        report.Report.Clauses.Where(c => c.Span.Contains(figure.Figure.Span)).MinBy(c => c.Span.Length);

    private void AddDays(ImmutableArray<Difference>.Builder differences)
    {
        var days = new DayMatch(asked, found);
        differences.AddRange(days.Differences);
        var weight = asked.Stretch.Words.Weight / Math.Max(1, asked.Words.Length);
        parts.AddRange(days.There.Select(d => new Part(d.Span, weight, d.IsThere, IsExact: true, IsValue: true)));
    }

    private void AddWords()
    {
        var words = asked.Stretch.Words;
        var (most, place) = (new float[asked.Words.Length], new int[asked.Words.Length]);
        words.Align(found.Words, most, place);
        var (named, values) = (NamesAround(), parts.Select(p => p.Span).ToArray());
        for (var i = 0; i < asked.Words.Length; i++)
        {
            var word = asked.Words[i];
            if (values.Any(v => v.Overlaps(word.Span))) continue;
            var isExact = words.Kinds[i] is ContentKind.Name or ContentKind.Number;
            var same = found.Words.Distinct.Contains(word.Stem) || named.Contains(word.Stem) || (isExact && IsShortened(i));
            parts.Add(new Part(word.Span, words.Weights[i], same || (!isExact && ContentWords.Found(most[i], same) >= Meant), isExact, IsValue: false));
        }

        parts.Sort((a, b) => a.Span.CompareTo(b.Span));
    }

    /// <summary>The stems of the names and roles of all whom the found sentence speaks of, whatever it calls them.</summary>
    private HashSet<string> NamesAround()
    {
        var sentence = found.Report.Sentences[found.Sentence];
        return found.Report.Report.Cast.Where(p => p.Mentions.Any(m => sentence.Contains(m.Span)))
            .SelectMany(p => new[] { p.Canonical, p.Role ?? "" })
            .Concat(found.Speakers)
            .SelectMany(n => ReportText.WordsOf(n)).Select(w => w.Stem).Where(s => s.Length > 0).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>
    /// True for the first part of a name ("Corvane Dam") of which the sentence has the second ("the dam"), where the report has both together before
    /// and never the second behind another name.
    /// </summary>
    private bool IsShortened(int word)
    {
        if (word + 1 >= asked.Words.Length || !found.Words.Distinct.Contains(asked.Words[word + 1].Stem)) return false;
        var (first, second, words) = (asked.Words[word].Stem, asked.Words[word + 1].Stem, found.Report.Words);
        var isNamed = false;
        for (var i = 1; i < words.Length && words[i].Span.Start < found.Span.End; i++)
        {
            if (words[i].Stem != second) continue;
            if (words[i - 1].Stem == first) isNamed = true;
            else if (char.IsUpper(found.Report.Text[words[i - 1].Span.Start]) && words[i - 1].Stem.Length > 0) return false;
        }

        return isNamed;
    }

    /// <summary>Only who is named can be another: "the ministry" may be called otherwise.</summary>
    private IEnumerable<Difference> Speakers() =>
        SpeakerNames.Differ(asked.Stretch.Speakers, found.Speakers) && asked.Stretch.Speakers.Concat(found.Speakers).All(s => char.IsUpper(s[0]))
            ? [new Difference(DifferenceKind.Speaker, string.Join(", ", asked.Stretch.Speakers), string.Join(", ", found.Speakers))]
            : [];

    private double WeightOf(TextSpan span)
    {
        var sum = 0.0;
        for (var i = 0; i < asked.Words.Length; i++)
        {
            if (span.Overlaps(asked.Words[i].Span)) sum += asked.Stretch.Words.Weights[i];
        }

        return sum;
    }

    private double Share(Func<Part, bool> counts)
    {
        var all = parts.Where(counts).Sum(p => p.Weight);
        return all > 0 ? parts.Where(p => counts(p) && p.IsThere).Sum(p => p.Weight) / all : 0;
    }

    /// <summary>Missing parts, those with only small words between them together.</summary>
    private IEnumerable<string> MissingWords()
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].IsThere) continue;
            var first = i;
            while (i + 1 < parts.Count && !parts[i + 1].IsThere) i++;
            yield return TextSpan.Between(parts[first].Span.Start, parts[i].Span.End).Of(asked.Text);
        }
    }

    /// <summary>A content word, figure or day of the asked sentence; exact where no other word will do for it.</summary>
    private readonly record struct Part(TextSpan Span, double Weight, bool IsThere, bool IsExact, bool IsValue);
}
