using System.Collections.Immutable;
using Hearsay.Reconciliation;

namespace Hearsay.Briefings.Sections;

// All sections in, the same with the sentences marked that a page has room for out.
// Method: what the account, the sources and the list of reports leave of the page's words is shared out. Section by section in the order of the page, of its
// sentences the weightiest first, as long as they fit and half of what they say is not told yet. A sentence without weight of its own (a figure, a quote)
// counts by its place in the section; what a person pinned has a place whatever the room; a figure given once, and an origin of one report, say nothing that is compared.
// Limits: words are those of the terminal's page; other forms print a few more or fewer around the same sentences.

/// <summary>Chooses what of a full briefing stands on a page, each point once.</summary>
internal static class PageSelection
{
    /// <summary>So many words a page has, of up to ten reports; each further report is named in so many more.</summary>
    private const int PageWords = 590, ManyReports = 10, WordsEach = 12;

    /// <summary>Around what is chosen: title and masthead, headings, the words before and behind a sentence.</summary>
    private const int MastheadWords = 15, HeadingWords = 5, Around = 2;

    /// <summary>A sentence of which so much is told already is not told again.</summary>
    private const double Repeated = 0.5;

    /// <summary>The sections' shares of the words that are left, in hundredths; what one leaves goes to the next.</summary>
    private static int ShareOf(SectionKind kind) => kind switch
    {
        SectionKind.Changed => 16,
        SectionKind.Disputed => 20,
        SectionKind.Figures => 10,
        SectionKind.Who => 20,
        SectionKind.Quotes => 10,
        SectionKind.Responses => 8,
        SectionKind.Timeline => 10,
        SectionKind.Only => 6,
        _ => 0,
    };

    public static ImmutableArray<BriefingSection> Mark(StoryIndex index, ImmutableArray<BriefingSection> sections)
    {
        var told = new Told(index);
        foreach (var sentence in sections.Where(s => s.Kind == SectionKind.Account).SelectMany(s => s.Sentences)) told.Add(sentence);
        var room = Room(index, sections);
        var left = 0;
        var marked = ImmutableArray.CreateBuilder<BriefingSection>();
        foreach (var section in sections)
        {
            left += room * ShareOf(section.Kind) / 100;
            marked.Add(section.Kind switch
            {
                SectionKind.Account => section,
                SectionKind.Sources => section with { Sentences = [.. section.Sentences.Select(s => IsOfMany(s) ? s with { Length = BriefingLength.Page } : s)] },
                _ => Marked(index, section, told, ref left),
            });
        }

        return marked.ToImmutable();
    }

    /// <summary>How many words the chosen sentences may have.</summary>
    private static int Room(StoryIndex index, ImmutableArray<BriefingSection> sections)
    {
        var fixedSentences = sections.Where(s => s.Kind == SectionKind.Account).SelectMany(s => s.Sentences)
            .Concat(sections.Where(s => s.Kind == SectionKind.Sources).SelectMany(s => s.Sentences).Where(IsOfMany));
        var reports = index.Story.Reports.Sum(r => 4 + Words(index.OutletOf(r.Article.Id)));
        var page = PageWords + (WordsEach * Math.Max(0, index.Story.Reports.Length - ManyReports));
        return Math.Max(0, page - Words(index.Story.Title) - MastheadWords - (HeadingWords * sections.Length) - fixedSentences.Sum(WordsOf) - reports);
    }

    private static BriefingSection Marked(StoryIndex index, BriefingSection section, Told told, ref int left)
    {
        var chosen = new HashSet<int>();
        var ordered = section.Sentences.Select((s, i) => (s, i))
            .OrderByDescending(x => IsPinned(index, x.s)).ThenByDescending(x => index.WeightOf(x.s)).ThenBy(x => x.i);
        foreach (var (sentence, place) in ordered)
        {
            var words = WordsOf(sentence);
            var hasRoom = words <= left && !IsGivenOnce(index, sentence) && told.Share(sentence) < Repeated;
            if (!hasRoom && !IsPinned(index, sentence)) continue;
            told.Add(sentence);
            left -= words;
            chosen.Add(place);
        }

        return section with { Sentences = [.. section.Sentences.Select((s, i) => chosen.Contains(i) ? s with { Length = BriefingLength.Page } : s)] };
    }

    private static bool IsOfMany(BriefingSentence source) => source.Citations.Select(c => c.ArticleId).Distinct(StringComparer.Ordinal).Count() > 1;

    private static bool IsGivenOnce(StoryIndex index, BriefingSentence sentence) => SeriesOf(index, sentence) is { Verdict: Verdict.Single };

    private static bool IsPinned(StoryIndex index, BriefingSentence sentence) => SeriesOf(index, sentence) is { IsPinned: true };

    private static FigureSeries? SeriesOf(StoryIndex index, BriefingSentence sentence) =>
        sentence.Finding is { } id ? index.Findings.FigureSeries.FirstOrDefault(s => s.Id == id) : null;

    /// <summary>How many words the sentence takes on the page, with what stands around it.</summary>
    public static int WordsOf(BriefingSentence sentence) => Words(sentence.Text) + Words(sentence.Label) + Words(sentence.Note) + Around;

    /// <summary>How many words stand there.</summary>
    public static int Words(string? text) => text is null ? 0 : text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
