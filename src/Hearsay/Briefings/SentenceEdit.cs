using System.Text;
using Hearsay.Language;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Briefings;

/// <summary>What is put into a sentence, or left out of it.</summary>
internal enum EditKind
{
    /// <summary>The speaker's name in brackets for a pronoun.</summary>
    Speaker,

    /// <summary>What stands before the speaker's last name, in brackets, where the sentence has the last name alone.</summary>
    FirstName,

    /// <summary>The date in brackets behind the name of a day.</summary>
    Day,

    /// <summary>An opener that leads over from the sentence before ("Meanwhile,") goes.</summary>
    Opener,
}

/// <summary>
/// A change to a sentence of a report: the words at <paramref name="Span"/> make room for <paramref name="Words"/>. What can be changed follows from the
/// report's text, attributions and times alone, so that it can be proved later.
/// </summary>
internal readonly record struct SentenceEdit(EditKind Kind, TextSpan Span, string Words)
{
    /// <summary>Every edit that can be made in the sentence, in order, none touching another.</summary>
    public static IEnumerable<SentenceEdit> Possible(Report report, ReportIndex statements, TextSpan sentence)
    {
        var at = sentence.Start;
        foreach (var edit in All(report, statements, sentence).OrderBy(e => e.Span).ThenBy(e => e.Kind))
        {
            if (edit.Span.Start < at) continue;
            yield return edit;
            at = Math.Max(at, edit.Span.End);
        }
    }

    /// <summary>The name that a speaker's edit puts in.</summary>
    public string Name => Words.Trim('[', ']', ' ');

    /// <summary>The sentence on one line with these edits made, its quotation marks in pairs.</summary>
    public static string Written(string text, TextSpan sentence, IReadOnlyList<SentenceEdit> edits)
    {
        var (to, from) = (new StringBuilder(), sentence.Start);
        foreach (var edit in edits)
        {
            to.Append(text, from, edit.Span.Start - from).Append(edit.Words);
            from = edit.Span.End;
        }

        to.Append(text, from, sentence.End - from);
        if (edits.Any(e => e.Kind == EditKind.Opener)) to[0] = char.ToUpperInvariant(to[0]);
        return Balanced(string.Join(' ', to.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    private static IEnumerable<SentenceEdit> All(Report report, ReportIndex statements, TextSpan sentence)
    {
        var text = report.Article.Text;
        if (Opener(text, sentence) is { } opener) yield return opener;
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (source, speaker) in statements.WithSourceNear(sentence)
            .Where(a => a is { Source: not null, Speaker: not (null or "unspecified") } && sentence.Contains(a.Source.Value))
            .Select(a => (a.Source!.Value, a.Speaker!)).DistinctBy(a => a.Value).OrderBy(a => a.Value))
        {
            var words = source.Of(text).ToString();
            var last = speaker[(speaker.LastIndexOf(' ') + 1)..];
            if (IsPronoun(words)) yield return new SentenceEdit(EditKind.Speaker, source, $"[{speaker}]");
            else if (words == last && last.Length < speaker.Length && char.IsUpper(speaker[0]) && named.Add(speaker) && IsLastNameAlone(text, sentence, source, speaker))
                yield return new SentenceEdit(EditKind.FirstName, new TextSpan(source.Start, 0), $"[{speaker[..^last.Length].TrimEnd()}] ");
        }

        // a day that is named twice gets its date once, the last time
        foreach (var time in report.Times.Where(t => sentence.Contains(t.Span) && t.Value.Length >= 10 && !t.Span.Of(text).ContainsAnyInRange('0', '9'))
            .GroupBy(t => t.Value[..10], StringComparer.Ordinal).Select(g => g.MaxBy(t => t.Span.Start)!))
        {
            if (Phrases.Date(time.Value) is var date && date != time.Value) yield return new SentenceEdit(EditKind.Day, new TextSpan(time.Span.End, 0), $" [{date}]");
        }
    }

    private static bool IsPronoun(string words) => words.ToLowerInvariant() is "he" or "she" or "they" or "it";

    /// <summary>True where the sentence has none of the speaker's first names, and the last name not before the source.</summary>
    private static bool IsLastNameAlone(string text, TextSpan sentence, TextSpan source, string speaker) =>
        !sentence.Of(text).Contains(speaker.AsSpan(0, speaker.IndexOf(' ', StringComparison.Ordinal)), StringComparison.Ordinal)
        && !TextSpan.Between(sentence.Start, source.Start).Of(text).Contains(speaker.AsSpan(speaker.LastIndexOf(' ') + 1), StringComparison.Ordinal);

    /// <summary>"Meanwhile, the" becomes "The"; null where the sentence does not begin so.</summary>
    private static SentenceEdit? Opener(string text, TextSpan sentence)
    {
        var words = sentence.Of(text);
        var end = words.IndexOfAny(' ', ',');
        if (end <= 0 || !Thesaurus.Is(words[..end].ToString().ToLowerInvariant(), WordSet.Adding)) return null;
        while (end < words.Length && words[end] is ' ' or ',') end++;
        return end < words.Length && char.IsLetter(words[end]) ? new SentenceEdit(EditKind.Opener, new TextSpan(sentence.Start, end), "") : null;
    }

    /// <summary>Closes a quotation mark that the end of the sentence leaves open, opens one that its beginning lost.</summary>
    internal static string Balanced(string text)
    {
        var (depth, lost, isOpen, isLost) = (0, false, false, false);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '“' ? 1 : text[i] == '”' ? -1 : 0;
            lost |= depth < 0;
            depth = Math.Max(depth, 0);
            if (text[i] != '"') continue;
            // a straight mark behind a word closes what was opened in a sentence before
            if (!isOpen && i > 0 && !char.IsWhiteSpace(text[i - 1]) && !isLost) isLost = true;
            else isOpen = !isOpen;
        }

        return $"{(lost ? "“" : isLost ? "\"" : "")}{text}{(depth > 0 ? "”" : isOpen ? "\"" : "")}";
    }
}
