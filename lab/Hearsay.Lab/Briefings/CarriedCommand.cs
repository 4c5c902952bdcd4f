using System.CommandLine;
using Hearsay.Briefings;
using Hearsay.Lab.Stories;
using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Sources;

namespace Hearsay.Lab.Briefings;

/// <summary>
/// `lab carried`: briefs every story of the corpora and counts the sentences whose figures, names and quoted words all stand in the words that they
/// cite. Reports are read quickly: what is measured is the writing.
/// </summary>
internal static class CarriedCommand
{
    private static readonly Option<bool> Show = new("--show") { Description = "Print the sentences that say more than they cite." };

    /// <summary>The command `carried`.</summary>
    public static Command Command()
    {
        var command = new Command("carried", "Count the sentences of briefings that say no figure, name or quoted word which they do not cite.") { Show };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var floors = new Floors();
        var (sentences, kinds) = (0, new Dictionary<Uncarried, int> { [Uncarried.Figure] = 0, [Uncarried.Name] = 0, [Uncarried.Quoted] = 0 });
        foreach (var (name, articles) in Corpora(parsed))
        {
            var found = articles.AsParallel().AsOrdered().SelectMany(a => Reader.Brief(a).Stories).SelectMany(CarriedWords.Of).ToList();
            sentences += found.Count;
            foreach (var kind in Enum.GetValues<Uncarried>()) kinds[kind] += found.Count(s => s.Words.Exists(w => w.Kind == kind));
            floors.Check("carried", name, found.Count == 0 ? 1 : 1.0 * found.Count(s => s.Words.Count == 0) / found.Count);
            if (!parsed.GetValue(Show)) continue;
            foreach (var (section, sentence, words) in found.Where(s => s.Words.Count > 0))
                Console.WriteLine($"    {section} | {string.Join(' ', words.Select(w => $"{w.Kind}:{w.Word}"))} | {sentence.Label} | {sentence.Text}");
        }

        floors.Check("carried", "sentences", sentences);
        foreach (var (kind, count) in kinds) floors.Check("carried", $"without a word of that kind: {kind.ToString().ToLowerInvariant()}", 1 - (1.0 * count / sentences));
        return floors.ExitCode;
    }

    /// <summary>Every corpus with the reports of each of its stories.</summary>
    private static IEnumerable<(string Name, List<IReadOnlyList<Article>> Stories)> Corpora(ParseResult parsed)
    {
        var folders = new[] { "seeds" }.Select(f => LabData.Find(f, parsed)).OfType<string>().ToList();
        if (LabData.Find("stories", parsed) is { } open) folders.AddRange(Directory.GetDirectories(open).Order(StringComparer.Ordinal));
        if (folders.Count > 0) yield return ("open stories", [.. folders.Select(Read)]);
        foreach (var corpus in GroupedReports.All(parsed).Where(c => !c.Name.Contains("gold", StringComparison.Ordinal)))
            yield return (corpus.Name, [.. corpus.Reports.Select(r => r.Article).GroupBy(a => corpus.StoryOf[a.Id]).Select(g => (IReadOnlyList<Article>)[.. g])]);
    }

    private static IReadOnlyList<Article> Read(string folder) =>
        [.. PageSource.Read(Directory.GetFiles(folder).Order(StringComparer.Ordinal)).Pages.Select(p => PageReader.Read(p).Article).OfType<Article>()];
}
