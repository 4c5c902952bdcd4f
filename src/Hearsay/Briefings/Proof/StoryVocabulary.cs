using System.Collections.Frozen;
using System.Globalization;
using Hearsay.Reconciliation;
using Hearsay.Text;

namespace Hearsay.Briefings.Proof;

/// <summary>The words of a story's reports, and the words with which Hearsay asks and gives reasons: what is in neither has been made up.</summary>
internal sealed class StoryVocabulary
{
    private static readonly FrozenSet<string> Fixed =
        DataFile.Lines("Briefings/Data/own-words.txt").SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[][] Irregular = [.. DataFile.Lines("Language/Data/irregular-verbs.txt").Select(l => l.Split(' '))];

    private readonly StoryIndex index;
    private readonly HashSet<string> stems;
    private readonly HashSet<string> forms;

    public StoryVocabulary(StoryIndex index)
    {
        this.index = index;
        var words = index.Story.Reports
            .SelectMany(r => new[] { r.Article.Text, r.Article.Headline ?? "", r.Article.Outlet ?? "", r.Article.Id, index.OutletOf(r.Article.Id) }.Concat(r.Article.Credits).Concat(r.Article.Datelines.Select(d => $"{d.Place} {d.Agency}")))
            // a name that a person set need not stand in a report
            .Concat(index.Story.Reports.SelectMany(r => r.Attributions).Select(a => a.SpeakerSet?.Name).OfType<string>())
            .SelectMany(t => ReportText.WordsOf(t).AsEnumerable()).ToList();
        forms = [.. words.SelectMany(w => Parts(w.Form))];
        // "How many boats did the storm sink?" of a storm that sank them
        forms.UnionWith(Irregular.Where(v => v.Skip(1).Any(forms.Contains)).Select(v => v[0]));
        stems = [.. words.Select(w => w.Stem).Where(s => s.Length > 0)];
    }

    /// <summary>True for the headline of a report, or how one begins.</summary>
    public bool HasTitle(string title) =>
        index.Story.Reports.Any(r => r.Article.Headline == title || Squeezed(r.Article.Text).StartsWith(Squeezed(title.TrimEnd('…', ' ')), StringComparison.Ordinal));

    /// <summary>True where every word of a name or phrase stands in a report.</summary>
    public bool Has(string phrase) => ReportText.WordsOf(phrase).All(w => Parts(w.Form).All(forms.Contains) || stems.Contains(w.Stem));

    /// <summary>True where the question is made of the reports' words, fixed ones, and those of the figures' units, which are written out.</summary>
    public bool HasQuestion(string question, IEnumerable<string> units) => Known(question, [.. units.SelectMany(WordsOf)]);

    public bool HasReason(string reason) => Known(reason);

    /// <summary>Words in lower case with their numbers.</summary>
    public static IEnumerable<string> WordsOf(ReadOnlySpan<char> text) => ReportText.WordsOf(text.ToString()).Select(w => w.Form);

    /// <inheritdoc cref="WordsOf(ReadOnlySpan{char})"/>
    public static IEnumerable<string> WordsOf(string text) => WordsOf(text.AsSpan());

    /// <summary>The numbers that stand there in digits.</summary>
    public static IEnumerable<decimal> DigitsOf(ReadOnlySpan<char> text) =>
        WordsOf(text).Where(w => char.IsAsciiDigit(w[0]))
            .Select(w => decimal.TryParse(w.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : (decimal?)null).OfType<decimal>();

    private bool Known(string text, HashSet<string>? units = null) => ReportText.WordsOf(text).All(w => units?.Contains(w.Form) == true || Fixed.Contains(w.Form) || char.IsAsciiDigit(w.Form[0]) && Parts(w.Form).All(p => forms.Contains(p) || p.Length <= 3) || Parts(w.Form).All(forms.Contains) || stems.Contains(w.Stem));

    private static IEnumerable<string> Parts(string form) => form.EndsWith("'s", StringComparison.Ordinal) ? [form[..^2]] : [form];

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
