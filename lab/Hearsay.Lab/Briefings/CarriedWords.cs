using System.Text.RegularExpressions;
using Hearsay.Briefings;
using Hearsay.Statements;
using Hearsay.Statements.Figures;

namespace Hearsay.Lab.Briefings;

/// <summary>What a word of a briefing's sentence is, that the words it cites do not have.</summary>
internal enum Uncarried
{
    /// <summary>A number, in digits or in words.</summary>
    Figure,

    /// <summary>A word with a capital letter.</summary>
    Name,

    /// <summary>A word between quotation marks.</summary>
    Quoted,
}

/// <summary>
/// In: a briefing. Out: the figures, names and quoted words of its sentences that do not stand in the words that the sentence cites.
/// Method: each such word is looked up, whatever its case, among the words of the cited sentences; a name that is put in, in brackets or as "According
/// to X:", "X denied:", "X: “…”", among all words of a cited report. What the page says of its own accord is left aside: the fixed phrases, the outlets' names in brackets
/// behind a figure, the section on sources, which tells of the reports and not what they tell.
/// Limits: a word that stands in the cited words in another sense counts as carried.
/// </summary>
internal static partial class CarriedWords
{
    private static readonly HashSet<string> Fixed = new(["According", "Somebody", "The", "Outlets"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of each sentence that nothing carries; a sentence all of whose words are carried has none.</summary>
    public static IEnumerable<(string Section, BriefingSentence Sentence, List<(Uncarried Kind, string Word)> Words)> Of(StoryBriefing briefing)
    {
        var index = new StoryIndex(briefing);
        var outlets = briefing.Story.Reports.SelectMany(r => WordsOf(index.OutletOf(r.Article.Id))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var section in briefing.Sections.Where(s => s.Kind != SectionKind.Sources))
        {
            foreach (var sentence in section.Sentences)
            {
                var cited = sentence.Citations
                    .SelectMany(c => WordsOf(index.SentenceAround(c).Of(index.ReportOf(c.ArticleId).Article.Text)))
                    .Concat(PutIn(sentence, index))
                    .ToHashSet(StringComparer.OrdinalIgnoreCase);
                cited.UnionWith(Fixed);
                if (section.Kind is SectionKind.Figures or SectionKind.Disputed or SectionKind.Changed) cited.UnionWith(outlets);
                if (section.Kind is SectionKind.Account or SectionKind.Changed) cited.UnionWith(sentence.Citations.SelectMany(c => Dates(index.ReportOf(c.ArticleId))));
                var quoted = Quoted().Matches(sentence.Text).SelectMany(m => WordsOf(m.Value)).ToHashSet(StringComparer.OrdinalIgnoreCase);
                yield return (
                    section.Heading, sentence,
                    [.. WordsOf(sentence.Text).Where(w => !cited.Contains(w)).Select(w => (Kind: Of(w, quoted), Word: w)).Where(w => w.Kind is not null).Select(w => (w.Kind!.Value, w.Word))]
                );
            }
        }
    }

    /// <summary>The words of the dates that a report's times have, and of its own.</summary>
    private static IEnumerable<string> Dates(Report report) =>
        report.Times.Select(t => t.Value).Append(report.Article.Published.Value ?? "").SelectMany(v => WordsOf(Phrases.Date(v)));

    /// <summary>The words of a name that was put in, where one of the cited reports has them all.</summary>
    private static IEnumerable<string> PutIn(BriefingSentence sentence, StoryIndex index)
    {
        var reports = sentence.Citations.Select(c => c.ArticleId).Distinct()
            .Select(id => WordsOf(index.ReportOf(id).Article.Text).ToHashSet(StringComparer.OrdinalIgnoreCase))
            .ToList();
        return Inserted().Matches(sentence.Text).Select(m => WordsOf(m.Groups["in"].Value).ToList())
            .Where(words => reports.Exists(r => words.TrueForAll(r.Contains)))
            .SelectMany(w => w);
    }

    private static Uncarried? Of(string word, HashSet<string> quoted) =>
        char.IsDigit(word[0]) || IsNumber(word.ToLowerInvariant()) ? Uncarried.Figure
        : char.IsUpper(word[0]) ? Uncarried.Name
        : quoted.Contains(word) ? Uncarried.Quoted : null;

    private static bool IsNumber(string word) =>
        NumberWords.Small(word, out _) || NumberWords.Tens(word, out _) || NumberWords.Scale(word, out _) || NumberWords.Vague(word, out _);

    private static IEnumerable<string> WordsOf(string text) => Word().Matches(text).Select(m => m.Value);

    [GeneratedRegex(@"\d+(?:[.,:]\d+)*|\p{L}[\p{L}\p{M}]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\[(?<in>[^\]]+)\]|^According to (?<in>[^\]:]+): |^(?<in>[^\]:]+) (?:denied|asked): |(?:^|; )(?<in>[^“:;]+): “")]
    private static partial Regex Inserted();

    [GeneratedRegex("[“\"][^”\"]*[”\"]")]
    private static partial Regex Quoted();
}
