using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Clauses;
using Hearsay.Language;
using Hearsay.Reconciliation.Sameness;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Reconciliation.Importance;

// A story's sentences with what was judged of them in, the features of each out, by which ImportanceJudge tells what belongs at the top.
// Method: where the sentence stands in its report; how many reports and origins state it or touch it, and how near their tops; what of other reports it
// states itself; what headlines share with it; how new its report is and what days it names; figures, names, speech, answers, its main clause; its
// length; and of its report how much it is like the others and how much it speaks in the first person.
// Source: features of extractive summaries of several documents (Nenkova and McKeown 2011, ch. 3), with support judged instead of counted in words.

/// <summary>What the weight of a sentence is judged by.</summary>
internal sealed class ImportanceFeatures
{
    private const int TopSentences = 3;

    private readonly StoryText story;
    private readonly Judgements judged;
    private readonly Func<ReportText, int> originOf;
    private readonly Dictionary<string, int> reportsWith;
    private readonly Dictionary<int, List<(int Stretch, Judgement Judgement)>> statedBy = [];
    private readonly ImmutableArray<HashSet<string>> headlines;
    private readonly ImmutableArray<double> nearness;
    private readonly ImmutableArray<int?> days;

    public ImportanceFeatures(StoryText story, Judgements judged, Func<ReportText, int> originOf)
    {
        (this.story, this.judged, this.originOf) = (story, judged, originOf);
        reportsWith = story.Reports.SelectMany(r => r.Words.Select(w => w.Stem).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal))
            .GroupBy(s => s, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        headlines = [.. story.Reports.Select(r => StoryText.StemsOf(ReportText.WordsOf(r.Report.Article.Headline ?? "").AsSpan()).ToHashSet(StringComparer.Ordinal))];
        days = [.. story.Reports.Select(r => r.Report.Article.Published.Day?.DayNumber)];
        for (var i = 0; i < judged.Sentences.Length; i++)
        {
            foreach (var j in judged.Of(i))
            {
                if (!statedBy.TryGetValue(j.Sentence, out var list)) statedBy[j.Sentence] = list = [];
                list.Add((i, j));
            }
        }

        nearness = [.. story.Reports.Select(Nearness)];
    }

    /// <summary>The features of the story's sentence at this place.</summary>
    public double[] Of(int place)
    {
        var own = judged.Sentences[place];
        return [.. Place(own), .. Support(place, own), .. Stated(place), .. Headlines(own), .. Newness(own), .. Words(own), .. Form(own), .. Report(own.Report)];
    }

    private static IEnumerable<double> Place(Stretch own)
    {
        var (at, all) = (own.Sentence, own.Report.Sentences.Length);
        var paragraph = own.Report.Text.AsSpan(0, own.Span.Start).Count("\n\n");
        return [at, (double)at / all, all, paragraph, Yes(at < TopSentences)];
    }

    /// <summary>How much of the other reports states or touches it.</summary>
    private IEnumerable<double> Support(int place, Stretch own)
    {
        var best = judged.Of(place).GroupBy(j => ReportOf(j.Sentence))
            .Select(g => (
                Report: g.Key, Stating: g.Max(j => j.Stating), Touching: g.Max(j => j.Touching),
                Top: g.Max(j => j.Touching / Depth(j.Sentence)), Full: g.Max(j => j.Stating / Depth(j.Sentence))))
            .ToArray();
        var others = Math.Max(1, story.Reports.Length - 1);
        var origins = best.Where(b => b.Stating >= 0.5).Select(b => originOf(b.Report)).Append(originOf(own.Report)).Distinct().Count();
        var touchingOrigins = best.Where(b => b.Touching >= 0.5).Select(b => originOf(b.Report)).Append(originOf(own.Report)).Distinct().Count();
        return
        [
            best.Sum(b => b.Stating), best.Sum(b => b.Touching), best.Sum(b => b.Stating) / others, best.Sum(b => b.Touching) / others, best.Sum(b => b.Top),
            best.Sum(b => b.Top) / others, best.Sum(b => b.Full), best.Sum(b => b.Full) / others, origins, touchingOrigins,
            best.Length > 0 ? best.Max(b => b.Stating) : 0, best.Length > 0 ? best.Max(b => b.Touching) : 0,
        ];
    }

    /// <summary>How much of the other reports it states or touches itself.</summary>
    private IEnumerable<double> Stated(int place)
    {
        var stated = statedBy.GetValueOrDefault(place) ?? [];
        var best = stated.GroupBy(s => ReportOf(s.Stretch))
            .Select(g => (
                Stating: g.Max(s => s.Judgement.Stating), Sum: g.Sum(s => s.Judgement.Stating), Top: g.Max(s => s.Judgement.Touching / Depth(s.Stretch))))
            .ToArray();
        var others = Math.Max(1, story.Reports.Length - 1);
        return [best.Sum(b => b.Stating), best.Sum(b => b.Sum), best.Sum(b => b.Top), best.Sum(b => b.Stating) / others, best.Sum(b => b.Top) / others];
    }

    private IEnumerable<double> Headlines(Stretch own)
    {
        var shares = headlines.Where(h => h.Count > 0).Select(h => Share(h, own.Words.Distinct)).ToArray();
        var all = headlines.SelectMany(h => h).ToHashSet(StringComparer.Ordinal);
        return
        [
            headlines[own.Report.Order] is { Count: > 0 } mine ? Share(mine, own.Words.Distinct) : -1, shares.Length > 0 ? shares.Average() : -1,
            shares.Length > 0 ? shares.Max() : -1, Share(own.Words.Distinct, all),
            own.Words.Stems.Count == 0 ? 0 : own.Words.Distinct.Average(s => (double)reportsWith.GetValueOrDefault(s) / story.Reports.Length),
            own.Words.Distinct.Sum(s => (reportsWith.GetValueOrDefault(s) - 1.0) / Math.Max(1, story.Reports.Length - 1)),
        ];
    }

    /// <summary>When its report was published beside the others, in days, and how old what it names is.</summary>
    private IEnumerable<double> Newness(Stretch own)
    {
        var (first, last, mine) = (days.Min(), days.Max(), days[own.Report.Order]);
        var ages = own.Days.Select(d => mine - DayOf(d)).OfType<int>().ToArray();
        return
        [
            mine - first ?? -1, last - mine ?? -1, last - first ?? -1, (double)own.Report.Order / story.Reports.Length,
            ages.Length, ages.Length > 0 ? ages.Min() : -1000, ages.Length > 0 ? ages.Max() : -1000,
        ];
    }

    /// <summary>Length, figures, answers, names, speech, and what makes it hang on others.</summary>
    private static IEnumerable<double> Words(Stretch own)
    {
        var names = own.Report.Report.Names.Where(n => n.Mentions.Any(own.Span.Contains)).Select(n => n.Type).ToArray();
        var said = own.Report.Index.WithContentNear(own.Span).Where(a => a.Content.Any(own.Span.Overlaps)).ToArray();
        return
        [
            own.Forms.Length, own.Words.Stems.Count, own.Words.Weight, own.Words.Weight / Math.Max(1, own.Words.Stems.Count),
            own.Report.Index.FiguresNear(own.Span).Count(f => own.Span.Contains(f.Span)), Yes(own.Report.Answering.Contains(own.Sentence)),
            names.Count(n => n == NameType.Person), names.Count(n => n == NameType.Organisation), names.Count(n => n == NameType.Place), names.Length,
            (double)own.Quoted / Math.Max(1, own.Forms.Length), Yes(said.Length > 0), Yes(said.Any(a => a.Cue is { } c && own.Span.Contains(c))),
        ];
    }

    private static IEnumerable<double> Form(Stretch own)
    {
        var clauses = own.Report.Report.Clauses.Where(c => own.Span.Contains(c.Group)).ToArray();
        var main = clauses.OrderBy(c => c.Link != ClauseLink.Main).FirstOrDefault();
        return
        [
            Yes(own.IsNegated), Yes(own.Forms is [var open, ..] && (Thesaurus.Of(open) & Thesaurus.Backward) != 0), Yes(own.Span.Of(own.Report.Text).EndsWith('?')),
            (double)own.Forms.Count(f => Thesaurus.Is(f, WordSet.Own)) / Math.Max(1, own.Forms.Length),
            main is null ? -1 : (int)main.Tense, main is null ? -1 : (int)main.Direction, main is null ? -1 : (int)main.Kind, clauses.Length,
        ];
    }

    private IEnumerable<double> Report(ReportText report)
    {
        var words = report.Report.Terms.Where(t => !t.Quoted).ToArray();
        var own = words.Count(t => Thesaurus.Is(t.Span.Of(report.Text).ToString().ToLowerInvariant(), WordSet.Own));
        return
        [
            nearness[report.Order], nearness[report.Order] - nearness.Average(), (double)nearness.Count(n => n > nearness[report.Order]) / nearness.Length,
            (double)own / Math.Max(1, words.Length), story.Reports.Length,
            Yes(report.Report.Article.Headline?.EndsWith('?') == true), Yes(report.Report.Article.Posts.Length > 0),
        ];
    }

    /// <summary>How much of the report the other reports touch, on average of its sentences.</summary>
    private double Nearness(ReportText report)
    {
        var first = story.Reports.Take(report.Order).Sum(r => r.Sentences.Length);
        if (report.Sentences.Length == 0 || story.Reports.Length < 2) return 0;
        return Enumerable.Range(first, report.Sentences.Length)
            .Average(i => judged.Of(i).GroupBy(j => judged.Sentences[j.Sentence].Report.Order).Sum(g => g.Max(j => j.Touching))) / (story.Reports.Length - 1);
    }

    /// <summary>How much of the first the second has, from 0 to 1, by what the stems tell.</summary>
    private double Share(HashSet<string> of, HashSet<string> having)
    {
        var all = of.Sum(story.Weight);
        return all == 0 ? 0 : of.Where(having.Contains).Sum(story.Weight) / all;
    }

    /// <summary>Number of the day; of a month or year that of its middle.</summary>
    private static int? DayOf(string value)
    {
        var day = value.Length switch { 4 => value + "-07-01", 7 => value + "-15", _ => value };
        return DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) ? known.DayNumber : null;
    }

    private ReportText ReportOf(int stretch) => judged.Stretches[stretch].Report;

    /// <summary>1 for a report's first sentence, 2 for its second.</summary>
    private double Depth(int stretch) => 1 + judged.Stretches[stretch].Sentence;

    private static double Yes(bool holds) => holds ? 1 : 0;
}
