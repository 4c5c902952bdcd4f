using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Hearsay.Text;

namespace Hearsay.Lab.Times;

/// <summary>WikiWars (Mazur and Dale 2010): narratives with TIMEX2 written into the text.</summary>
internal static partial class WikiWars
{
    /// <summary>Every document of the folder `keyinline`, in order.</summary>
    public static IEnumerable<TimedDocument> Read(string folder) =>
        Directory.GetFiles(Path.Combine(folder, "keyinline"), "*.xml").Order(StringComparer.Ordinal).Select(Document);

    /// <summary>TIMEX2 writes what recurs as a date without figures, TIMEX3 as a length: "daily" is XXXX-XX-XX there and P1D here.</summary>
    public static bool SameValue(string ours, string? gold) =>
        ours == gold
        || (gold, ours) is ("set:XXXX-XX-XX", "P1D") or ("set:XXXX-WXX", "P1W") or ("set:XXXX-XX", "P1M") or ("set:XXXX", "P1Y")
        || (gold is not null && gold.StartsWith("set:", StringComparison.Ordinal) && gold[4..] == ours);

    private static TimedDocument Document(string path)
    {
        var raw = File.ReadAllText(path);
        var published = DateOnly.ParseExact(DayOfWriting().Match(raw).Groups[1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        raw = raw[(raw.IndexOf("<TEXT>", StringComparison.Ordinal) + 6)..raw.IndexOf("</TEXT>", StringComparison.Ordinal)];
        var text = new StringBuilder();
        var times = new List<GoldTime>();
        var open = new Stack<(int Start, string? Value)>();
        var at = 0;
        foreach (Match tag in Tag().Matches(raw))
        {
            text.Append(WebUtility.HtmlDecode(raw[at..tag.Index]));
            at = tag.Index + tag.Length;
            if (tag.Value[1] == '/')
            {
                var (start, value) = open.Pop();
                times.Add(new GoldTime(TextSpan.Between(start, text.Length), value));
            }
            else
            {
                var value = Value().Match(tag.Value) is { Success: true } m ? m.Groups[1].Value : null;
                open.Push((text.Length, tag.Value.Contains(" set=\"YES\"", StringComparison.Ordinal) ? "set:" + value : value));
            }
        }

        text.Append(WebUtility.HtmlDecode(raw[at..]));
        return new TimedDocument(Path.GetFileNameWithoutExtension(path), text.ToString(), published, times);
    }

    [GeneratedRegex("<DATETIME>.*?(\\d{4}-\\d\\d-\\d\\d)")]
    private static partial Regex DayOfWriting();

    [GeneratedRegex("</?TIMEX2[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\bval=\"([^\"]*)\"")]
    private static partial Regex Value();
}
