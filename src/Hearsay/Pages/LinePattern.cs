using System.Collections.Immutable;
using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>A line cut into lower-case words and the marks that patterns may name.</summary>
internal static class LineTokens
{
    /// <summary>The tokens of a line; see Data/furniture.txt for their forms. No more than <paramref name="most"/> + 1 are cut.</summary>
    public static List<string> Of(string line, int most)
    {
        var tokens = new List<string>();
        for (var i = 0; i < line.Length && tokens.Count <= most;)
        {
            if (char.IsWhiteSpace(line[i])) i++;
            else if (":?!©".Contains(line[i])) tokens.Add(line[i++].ToString());
            else i = Word(line, i, tokens);
        }
        return tokens;
    }

    private static int Word(string line, int start, List<string> tokens)
    {
        var end = start;
        while (end < line.Length && !char.IsWhiteSpace(line[end])) end++;
        var raw = line.AsSpan(start, end - start);
        if (Special(raw) is { } special)
        {
            tokens.Add(special);
            return end;
        }
        while (end > start + 1 && !char.IsLetterOrDigit(line[end - 1])) end--;
        var first = start;
        while (first < end && !char.IsLetterOrDigit(line[first])) first++;
        if (first == end) return start + raw.Length > end ? Marks(line, start, start + raw.Length, tokens) : end;
        var word = line[first..end].ToLowerInvariant().Replace('’', '\'');
        tokens.Add(word.All(char.IsAsciiDigit) ? "<n>" : word);
        return Marks(line, end, start + raw.Length, tokens);
    }

    /// <summary>Marks that stand at the end of a word ("more:") count as tokens of their own.</summary>
    private static int Marks(string line, int start, int end, List<string> tokens)
    {
        for (var i = start; i < end; i++)
        {
            if (line[i] is ':' or '?' or '!') tokens.Add(line[i].ToString());
        }
        return end;
    }

    private static string? Special(ReadOnlySpan<char> raw)
    {
        if (raw.Contains("://", StringComparison.Ordinal) || raw.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || raw.StartsWith("pic.twitter.com", StringComparison.Ordinal)) return "<url>";
        var at = raw.IndexOf('@');
        if (at < 0) return null;
        var name = at > 0 && !char.IsLetterOrDigit(raw[at - 1]) ? 0 : at;
        return name == 0 ? "<at>" : "<email>";
    }
}

/// <summary>One line of Data/furniture.txt: what kind of furniture a line of this form is.</summary>
internal sealed class LinePattern
{
    private readonly ImmutableArray<ImmutableArray<string>> parts;

    private LinePattern(DroppedKind kind, ImmutableArray<ImmutableArray<string>> parts, int order) => (Kind, this.parts, Order) = (kind, parts, order);

    /// <summary>Its place in the file; of several patterns that a line has the form of, the first one counts.</summary>
    public int Order { get; }

    /// <summary>Words of which every line of this form has at least one.</summary>
    public ImmutableArray<string> Needed => parts.First(p => p is not ["*"]);

    /// <summary>The kind that a line of this form has.</summary>
    public DroppedKind Kind { get; }

    /// <summary>The words that a line may open with; empty where the pattern opens with "*".</summary>
    public ImmutableArray<string> Openings => parts[0] is ["*"] ? [] : parts[0];

    /// <summary>Reads "kind: pattern", the line of the file at <paramref name="order"/>.</summary>
    public static LinePattern Parse(string entry, int order)
    {
        var colon = entry.IndexOf(':', StringComparison.Ordinal);
        var kind = Enum.Parse<DroppedKind>(entry[..colon].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
        return new LinePattern(kind, [.. entry[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('|').ToImmutableArray())], order);
    }

    /// <summary>True where the whole line has this form. Glob matching that goes back to the last "*" only: at worst words times parts.</summary>
    public bool Matches(List<string> tokens)
    {
        int t = 0, p = 0, star = -1, from = 0;
        while (t < tokens.Count)
        {
            if (p < parts.Length && parts[p] is ["*"]) (star, from) = (p++, t);
            else if (p < parts.Length && parts[p].Contains(tokens[t])) (t, p) = (t + 1, p + 1);
            else if (IsMark(tokens[t])) t++;
            else if (star >= 0) (p, t) = (star + 1, ++from);
            else return false;
        }
        while (p < parts.Length && parts[p] is ["*"]) p++;
        return p == parts.Length;
    }

    private static bool IsMark(string token) => token is ":" or "?" or "!";
}
