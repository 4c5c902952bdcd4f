using System.Collections.Frozen;
using System.Collections.Immutable;
using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>A line cut into lower-case words and the marks that patterns may name.</summary>
internal static class LineTokens
{
    /// <summary>Stands for every word that nobody asks for.</summary>
    public const string Unknown = "";

    private const int LongestKnown = 32;

    /// <summary>
    /// The tokens of a line; see Data/furniture.txt for their forms. No more than <paramref name="most"/> + 1 are cut. Where <paramref name="known"/>
    /// is given, a word that is not in it is <see cref="Unknown"/>, which spares making it.
    /// </summary>
    public static List<string> Of(string line, int most, FrozenSet<string>? known = null)
    {
        var tokens = new List<string>();
        for (var i = 0; i < line.Length && tokens.Count <= most;)
        {
            if (char.IsWhiteSpace(line[i])) i++;
            else if (Mark(line[i]) is { } mark) Add(tokens, mark, ref i);
            else i = Word(line, i, tokens, known);
        }
        return tokens;
    }

    private static void Add(List<string> tokens, string mark, ref int i)
    {
        tokens.Add(mark);
        i++;
    }

    private static string? Mark(char c) => c switch { ':' => ":", '?' => "?", '!' => "!", '©' => "©", _ => null };

    private static int Word(string line, int start, List<string> tokens, FrozenSet<string>? known)
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
        var word = line.AsSpan(first, end - first);
        tokens.Add(
            !word.ContainsAnyExceptInRange('0', '9') ? "<n>"
            : known is null ? word.ToString().ToLowerInvariant().Replace('’', '\'')
            : Known(word, known)
        );
        return Marks(line, end, start + raw.Length, tokens);
    }

    private static string Known(ReadOnlySpan<char> word, FrozenSet<string> known)
    {
        if (word.Length > LongestKnown) return Unknown;
        Span<char> lower = stackalloc char[LongestKnown];
        lower = lower[..word.ToLowerInvariant(lower)];
        lower.Replace('’', '\'');
        return known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower, out var same) ? same : Unknown;
    }

    /// <summary>Marks that stand at the end of a word ("more:") count as tokens of their own.</summary>
    private static int Marks(string line, int start, int end, List<string> tokens)
    {
        for (var i = start; i < end; i++)
        {
            if (line[i] is ':' or '?' or '!') tokens.Add(Mark(line[i])!);
        }
        return end;
    }

    private static string? Special(ReadOnlySpan<char> raw)
    {
        if (
            raw.Contains("://", StringComparison.Ordinal)
            || raw.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || raw.StartsWith("pic.twitter.com", StringComparison.Ordinal)
        )
            return "<url>";
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

    private LinePattern(DroppedKind kind, ImmutableArray<ImmutableArray<string>> parts, int order) =>
        (Kind, this.parts, Order) = (kind, parts, order);

    /// <summary>Its place in the file; of several patterns that a line has the form of, the first one counts.</summary>
    public int Order { get; }

    /// <summary>Words of which every line of this form has at least one: of its parts the one whose words are longest, and so the rarest.</summary>
    public ImmutableArray<string> Needed => parts.Where(p => p.All(w => char.IsLetter(w[0]))).MaxBy(p => p.Min(w => w.Length));

    /// <summary>The kind that a line of this form has.</summary>
    public DroppedKind Kind { get; }

    /// <summary>The words that a line may open with; empty where the pattern opens with "*".</summary>
    public ImmutableArray<string> Openings => parts[0] is ["*"] ? [] : parts[0];

    /// <summary>Every word of it.</summary>
    public IEnumerable<string> Words => parts.SelectMany(p => p);

    /// <summary>Reads "kind: pattern", the line of the file at <paramref name="order"/>.</summary>
    public static LinePattern Parse(string entry, int order)
    {
        var colon = entry.IndexOf(':', StringComparison.Ordinal);
        var kind = Enum.Parse<DroppedKind>(entry[..colon].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
        return new LinePattern(
            kind,
            [.. entry[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('|').ToImmutableArray())],
            order
        );
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
