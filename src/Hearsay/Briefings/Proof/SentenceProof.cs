using Hearsay.Briefings.Sections;
using Hearsay.Model;
using Hearsay.Reconciliation;

namespace Hearsay.Briefings.Proof;

/// <summary>Whether a sentence of the page follows from what it cites: its words, its label, its note, its counts.</summary>
internal static class SentenceProof
{
    /// <summary>What is wrong with it; null where it is proved.</summary>
    public static string? Fault(StoryIndex index, SectionKind kind, BriefingSentence sentence) => kind switch
    {
        SectionKind.Account => Told(index, sentence) ?? (sentence.Label is null ? null : "the account has no labels"),
        SectionKind.Changed => Changes(index, sentence),
        SectionKind.Disputed => sentence.Finding is null ? Answer(index, sentence, disputes: true) : Figures(index, sentence, differ: true),
        SectionKind.Figures => Figures(index, sentence, differ: false),
        SectionKind.Who => Told(index, sentence) ?? Speaker(index, sentence),
        SectionKind.Quotes => Quote(index, sentence),
        SectionKind.Responses => Answer(index, sentence, disputes: false),
        SectionKind.Timeline => Dated(index, sentence),
        SectionKind.Only => Told(index, sentence, noted: false) ?? Alone(index, sentence),
        _ => Source(index, sentence),
    };

    /// <summary>Words of a report, and counts that are those of the citations; where it tells a claim, the citations are the claim's.</summary>
    private static string? Told(StoryIndex index, BriefingSentence sentence, bool noted = true)
    {
        if (!Words(index, sentence)) return "it is no sentence of the report that it cites first";
        var (reports, origins) = Counts(index, sentence);
        if (sentence.Reports != reports || sentence.Independent != origins) return $"{reports} reports of {origins} origins are cited";
        var support = noted ? Phrases.Support(reports, origins) : null;
        if (sentence.Note != support && (support is null || !WhoSaysWhat.IsNamedElsewhere(index, sentence, support))) return "the note says something else than the citations";
        if (sentence.Finding is null) return sentence.Partial.IsEmpty ? null : "no claim is named that has these parts";
        return index.Findings.Claims.FirstOrDefault(c => c.Id == sentence.Finding) is not { } claim ? "there is no such claim"
            : claim.Support.SequenceEqual(sentence.Citations) && claim.Partial.SequenceEqual(sentence.Partial) ? null : "the claim has other support";
    }

    private static bool Words(StoryIndex index, BriefingSentence sentence) => SourcedSentence.IsOf(index, sentence.Citations[0], sentence.Text);

    private static (int Reports, int Origins) Counts(StoryIndex index, BriefingSentence sentence)
    {
        var ids = sentence.Citations.Select(c => c.ArticleId).Distinct(StringComparer.Ordinal).ToList();
        return (ids.Count, index.Provenance.IndependentOf(ids));
    }

    private static string? Changes(StoryIndex index, BriefingSentence sentence)
    {
        if (index.Findings.FigureSeries.FirstOrDefault(s => s.Id == sentence.Finding) is { } series)
            return series.Verdict != Verdict.Differ && Changed.Revision(index, series) is { } again && IsSame(again, sentence) ? null : "the figures do not say so";
        if (Told(index, sentence) is { } fault) return fault;
        var first = index.Story.Reports.Select(r => Changed.DayOf(index, r.Article.Id)).OfType<string>().Min(StringComparer.Ordinal);
        var day = index.Findings.Claims.FirstOrDefault(c => c.Id == sentence.Finding) is { } claim ? Changed.FirstDay(index, claim) : null;
        return day is not null && string.CompareOrdinal(day, first) > 0 && sentence.Label == Phrases.Date(day) ? null : "it is not new on that day";
    }

    private static string? Figures(StoryIndex index, BriefingSentence sentence, bool differ) =>
        index.Findings.FigureSeries.FirstOrDefault(s => s.Id == sentence.Finding) is not { } series ? "there is no such series of figures"
        : series.Verdict is Verdict.Differ != differ ? "the verdict belongs elsewhere"
        : IsSame(FigureSection.Write(index, series), sentence) ? null : "the figures do not say so";

    private static string? Quote(StoryIndex index, BriefingSentence sentence)
    {
        var group = index.Findings.QuoteGroups.Where((_, place) => QuoteSection.IdOf(place) == sentence.Finding).FirstOrDefault();
        return group is not null && IsSame(QuoteSection.Write(index, group), sentence) ? null : "the quotations do not say so";
    }

    /// <summary>True where what is written again from the findings comes out the same.</summary>
    private static bool IsSame(BriefingSentence again, BriefingSentence sentence) =>
        again.Text == sentence.Text && again.Label == sentence.Label && again.Note == sentence.Note && again.Citations.SequenceEqual(sentence.Citations)
        && sentence.Partial.IsEmpty && sentence is { Reports: null, Independent: null };

    private static string? Speaker(StoryIndex index, BriefingSentence sentence) =>
        sentence.Label is not { } label ? index.Findings.Claims.Any(c => c.Id == sentence.Finding && c.AccordingTo.IsEmpty) ? null : "somebody says so"
        : WhoSaysWhat.Speaks(index, label, sentence.Citations[0]) ? null : "the report has nobody of that name say so";

    private static string? Answer(StoryIndex index, BriefingSentence sentence, bool disputes)
    {
        var answers = index.Findings.Responses.Where(r => ResponseSection.LabelOf(r) == sentence.Label && Phrases.Of(r.State) == sentence.Note && Disputed.IsDispute(r.State) == disputes);
        return !Words(index, sentence) ? "it is no sentence of the report that it cites first"
            : sentence is not { Reports: null, Independent: null, Partial.IsEmpty: true } ? "an answer is not counted"
            : answers.Select(r => r.Span).Intersect(sentence.Citations).Count() == sentence.Citations.Length ? null : "there is no such answer";
    }

    private static string? Dated(StoryIndex index, BriefingSentence sentence) =>
        !Words(index, sentence) ? "it is no sentence of the report that it cites first"
        : sentence is not { Reports: null, Independent: null, Note: null, Partial.IsEmpty: true } ? "the timeline counts nothing"
        : index.Findings.Timeline.Any(t => Phrases.Date(t.Date) == sentence.Label && t.Support.SequenceEqual(sentence.Citations)) ? null : "nothing of that is of that date";

    private static string? Alone(StoryIndex index, BriefingSentence sentence) =>
        sentence.Reports == 1 && sentence.Label == index.OutletOf(sentence.Citations[0].ArticleId) && sentence.Finding is not null ? null : "it is another outlet, or several have it";

    private static string? Source(StoryIndex index, BriefingSentence sentence) =>
        SourceSection.Write(index).Sentences.Any(s => IsSame(s, sentence)) ? null : "no origin is so";
}
