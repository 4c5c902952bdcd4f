using System.Text.RegularExpressions;

namespace Hearsay.Lab.Language;

/// <summary>The English golden rules for sentence boundaries: the strings of the Ruby specification, read in place.</summary>
internal static partial class GoldenRules
{
    [GeneratedRegex(
        """text: (?<q>["'])(?<text>(?:\\.|(?!\k<q>).)*)\k<q>.*?\n\s*expect\(ps\.segment\)\.to eq\(\[(?<all>.*?)\]\)\s*\n""",
        RegexOptions.Singleline
    )]
    private static partial Regex Case();

    [GeneratedRegex("""(?<q>["'])(?<text>(?:\\.|(?!\k<q>).)*)\k<q>""", RegexOptions.Singleline)]
    private static partial Regex Quoted();

    /// <summary>How many cases hold of those within the context "Golden Rules", and of all others.</summary>
    public static (int Held, int Of, int OthersHeld, int Others) Score(string path, bool print = false)
    {
        var all = File.ReadAllText(path);
        var rulesEnd = all.IndexOf("describe '#clean'", StringComparison.Ordinal) is var d and > 0 ? d : all.Length;
        int held = 0, of = 0, othersHeld = 0, others = 0;
        foreach (Match match in Case().Matches(all))
        {
            var text = Unescape(match.Groups["text"].Value);
            var wanted = Quoted().Matches(match.Groups["all"].Value).Select(m => Normal(Unescape(m.Groups["text"].Value))).ToArray();
            var found = SegmentationScores.Read(text) is var r ? r.Sentences.Select(s => Normal(s.Span.Of(r.Text))).ToArray() : [];
            var right = wanted.SequenceEqual(found);
            if (of < 52) { of++; if (right) held++; }
            else { others++; if (right) othersHeld++; }
            if (!right && print)
                Console.WriteLine($"RULE {of + others}\n   wanted {string.Join(" ¦ ", wanted)}\n   found  {string.Join(" ¦ ", found)}");
        }

        return (held, of, othersHeld, others);
    }

    private static string Normal(string text) => Regex.Replace(text, @"\s+", " ").Trim();

    private static string Unescape(string text) =>
        text.Replace("\\\"", "\"", StringComparison.Ordinal)
            .Replace("\\'", "'", StringComparison.Ordinal)
            .Replace("\\n", "\n", StringComparison.Ordinal)
            .Replace("\\r", "\r", StringComparison.Ordinal)
            .Replace("\\t", "\t", StringComparison.Ordinal);
}
