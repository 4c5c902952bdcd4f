using System.Text.Json;
using System.Text.RegularExpressions;
using Hearsay.Reconciliation;
using Hearsay.Text;

namespace Hearsay.Lab.Sameness;

/// <summary>
/// A story with matrix gold (gold/MATRIX.md): its reports, and for every sentence, numbered as score/sentences.py numbers them, which claims it states
/// in full or in part.
/// </summary>
internal sealed partial class MatrixGold
{
    private readonly Dictionary<string, HashSet<string>> full = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> part = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> salience = new(StringComparer.Ordinal);

    private MatrixGold(string name, string folder) => (Name, Folder) = (name, folder);

    public string Name { get; }

    public string Folder { get; }

    public IReadOnlyDictionary<string, int> Salience => salience;

    /// <summary>Each claim in the gold's own words.</summary>
    public SortedDictionary<string, string> Claims { get; } = new(StringComparer.Ordinal);

    public List<string> Ids { get; } = [];

    /// <summary>The reports that tell of another event.</summary>
    public HashSet<string> Elsewhere { get; } = new(StringComparer.Ordinal);

    /// <summary>The claims that belong at the top; empty where the gold does not say.</summary>
    public HashSet<string> Lead { get; } = new(StringComparer.Ordinal);

    /// <summary>The members of its questions of figures: the sentence, the words of the figure in lower case, and the question.</summary>
    public List<(string Sentence, string[] Words, string Question)> Figures { get; } = [];

    /// <summary>The stories judged beside the corpora, then those that the project judged itself.</summary>
    public static IEnumerable<MatrixGold> All(string root)
    {
        var own = Path.Combine(Path.GetTempPath(), "hearsay-lab-gold");
        return Beside(root).Concat(OwnGold.Stories(root, own).Select(s => Read(s.Name, s.Labels, s.Reports)));
    }

    /// <summary>The stories judged beside the corpora.</summary>
    public static IEnumerable<MatrixGold> Beside(string root)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(root, "gold"), "*.matrix.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file)[..^".matrix.json".Length];
            var folder = Path.Combine(root, "stories", name);
            yield return Read(name, file, Directory.Exists(folder) ? folder : Path.Combine(root, "seeds"));
        }
    }

    public IReadOnlySet<string> Full(string sentence) => full.GetValueOrDefault(sentence) ?? [];

    public IReadOnlySet<string> Part(string sentence) => part.GetValueOrDefault(sentence) ?? [];

    private static MatrixGold Read(string name, string file, string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var gold = new MatrixGold(name, folder);
        foreach (var report in json.RootElement.GetProperty("reports").EnumerateArray())
            if (report.TryGetProperty("same_event", out var same) && !same.GetBoolean()) gold.Elsewhere.Add(report.GetProperty("id").GetString()!);
        foreach (var claim in json.RootElement.GetProperty("claims").EnumerateArray())
        {
            var id = claim.GetProperty("id").GetString()!;
            gold.Claims[id] = claim.GetProperty("text").GetString()!;
            gold.salience[id] = claim.GetProperty("salience").GetInt32();
            Add(gold.full, claim.GetProperty("full"), id);
            Add(gold.part, claim.GetProperty("part"), id);
        }

        foreach (var question in json.RootElement.GetProperty("figures").EnumerateArray())
        {
            foreach (var member in question.GetProperty("members").EnumerateArray())
            {
                var words = ReportText.WordsOf(member.GetProperty("words").GetString()!).Select(w => w.Form).ToArray();
                gold.Figures.Add((member.GetProperty("s").GetString()!, words, question.GetProperty("id").GetString()!));
            }
        }

        foreach (var report in json.RootElement.GetProperty("reports").EnumerateArray()) gold.Ids.Add(report.GetProperty("id").GetString()!);
        if (json.RootElement.TryGetProperty("lead", out var lead)) gold.Lead.UnionWith(lead.EnumerateArray().Select(c => c.GetString()!));
        return gold;
    }

    private static void Add(Dictionary<string, HashSet<string>> to, JsonElement sentences, string claim)
    {
        foreach (var s in sentences.EnumerateArray())
        {
            if (!to.TryGetValue(s.GetString()!, out var set)) to[s.GetString()!] = set = new(StringComparer.Ordinal);
            set.Add(claim);
        }
    }

    /// <summary>The gold's sentences of a raw text, as score/sentences.py cuts them.</summary>
    public static List<TextSpan> Sentences(string text)
    {
        var spans = new List<TextSpan>();
        foreach (Match paragraph in Paragraph().Matches(text))
        {
            var (p, at) = (paragraph.Value, 0);
            foreach (Match end in End().Matches(p))
            {
                var piece = p[at..(end.Index + end.Length)];
                if (Abbreviation().IsMatch(piece.TrimEnd('"', '”', '’', '\'', ')', ']'))) continue;
                Trimmed(paragraph.Index + at, piece);
                at = end.Index + end.Length;
            }

            Trimmed(paragraph.Index + at, p[at..]);
        }

        return spans;

        void Trimmed(int start, string piece)
        {
            var s = piece.Trim();
            if (s.Length > 0) spans.Add(new TextSpan(start + piece.Length - piece.TrimStart().Length, s.Length));
        }
    }

    [GeneratedRegex(@"[^\r\n]+")]
    private static partial Regex Paragraph();

    [GeneratedRegex("[.!?…]+[\"”’')\\]]*(?=\\s+[\"“‘'(\\[—–-]?\\s*[A-Z0-9“])")]
    private static partial Regex End();

    [GeneratedRegex(@"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Sen|Rep|Gov|Rev|Hon|St|Jr|Sr|vs|No|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Prof|Pres|al|etc|approx|dept|est|fig)\.|\b(?:[A-Za-z]\.)+)$")]
    private static partial Regex Abbreviation();
}
