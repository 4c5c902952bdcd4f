using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Clauses;
using Hearsay.Language;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

// A figure in, the question that its clause answers out: what is counted is asked for, the rest of the clause stays as the report has it.
// Method: where the figure opens the phrase before the verb, "How many" takes its place ("some 40 boats sank off Karsk": "How many boats sank off
// Karsk?"); where it opens one behind the verb, the phrase comes first with its preposition and the auxiliary before the subject ("the storm sank
// some 40 boats": "How many boats did the storm sink?"). Whatever would leave the reader asking who or what is meant gives no question: a pronoun, a
// negation, a condition, a clause without a tense, a second figure, marks that part.
// Limits: English; the tree of the sentence may be wrong.

/// <summary>Turns a figure's clause into a question.</summary>
internal static partial class FigureQuestion
{
    private const int MostWords = 18, FewestWords = 4;

    private static readonly FrozenSet<string> Unclear = Class("unclear");

    /// <summary>Words that cannot end a question.</summary>
    private static readonly FrozenSet<string> Loose = Class("loose");

    private static readonly FrozenSet<string> Auxiliaries = Class("auxiliary");

    /// <summary>Words that may stand before the number in its phrase.</summary>
    private static readonly FrozenSet<string> Openers = Class("opener");

    private static readonly FrozenSet<string> Prepositions = Class("preposition");

    /// <summary>The question, with its first letter capital and its mark; null where the clause gives none that is complete.</summary>
    public static string? Of(FigureProfile figure)
    {
        var (report, span) = (figure.Report, figure.Figure.Span);
        var clause = report.Report.Clauses.Where(c => c.Span.Contains(span)).MinBy(c => c.Span.Length);
        if (clause is null or { IsNegated: true } or { Tense: Tense.None } or not { Direction: Direction.Told or Direction.Planned }) return null;
        var argument = clause.Arguments.FirstOrDefault(a => a.Span.Contains(span));
        if (argument.Span.IsEmpty || clause.Arguments.Any(a => a.Span.Overlaps(clause.Group))) return null;
        var opening = report.Text[argument.Span.Start..span.Start];
        var preposition = argument.Preposition is { } p && opening.StartsWith(p, StringComparison.OrdinalIgnoreCase) ? p : "";
        if (!Words(opening[preposition.Length..]).All(Openers.Contains)) return null;
        var (asked, end) = Asked(figure, argument.Span);
        if (string.IsNullOrEmpty(asked)) return null;
        var question = argument.Span.End <= clause.Group.Start
            ? preposition.Length > 0 || Between(argument.Span.End, clause.Group.Start).Length > 0 ? null
                : $"{asked.TrimEnd()} {Cut(clause.Group)}{Rest(clause.Group.End)}"
            : Inverted();
        return question is null ? null : Checked(question);

        string Cut(TextSpan s) => s.Of(report.Text).ReplaceLineEndings(" ");

        string Between(int from, int to) => report.Text[from..Math.Max(from, to)].Trim();

        string Rest(int from) => Clipped(report, from, Math.Max(from, clause.Span.End), span);

        string? Inverted()
        {
            var before = Between(clause.Group.End, argument.Span.Start);
            if (preposition.Length == 0 && argument.Preposition is { } standing && before.EndsWith(standing, StringComparison.OrdinalIgnoreCase))
                (preposition, before) = (standing, before[..^standing.Length].TrimEnd());
            var existential = report.Text[..clause.Group.Start].TrimEnd().EndsWith("there", StringComparison.OrdinalIgnoreCase);
            var actor = clause.Arguments.LastOrDefault(a => IsPlain(a) && a.Span.End <= clause.Group.Start);
            var subject = existential ? "there" : Lowered(report, actor.Span, Cut(actor.Span));
            if (subject.Length == 0 || (!existential && !IsClear(subject)) || before.Length > 0 && !IsClear(before)) return null;
            if (Turned(clause, Cut(clause.Group), subject) is not { } turned) return null;
            return $"{(preposition.Length > 0 ? preposition + " " : "")}{asked.TrimEnd()} {turned}{(before.Length > 0 ? " " + before : "")}{Rest(end)}";
        }
    }

    /// <summary>A phrase that opened its sentence, as it stands within one.</summary>
    private static string Lowered(ReportText report, TextSpan span, string words) =>
        words.Length == 0 || report.TermsWithin(span).FirstOrDefault().Tag == Upos.Propn ? words : char.ToLowerInvariant(words[0]) + words[1..];

    private static bool IsPlain(Argument argument) => argument is { Preposition: null, Role: ArgumentRole.Subject or ArgumentRole.Object };

    /// <summary>"How many boats" and where the words that it takes up end; empty where the kind of figure has no such question.</summary>
    private static (string Asked, int End) Asked(FigureProfile figure, TextSpan argument)
    {
        var (report, span) = (figure.Report, figure.Figure.Span);
        var noun = Clipped(report, span.End, argument.End, span);
        var end = span.End + noun.Length;
        noun = noun.Trim();
        var (first, second) = (Words(noun).FirstOrDefault() ?? "", Words(noun).Skip(1).FirstOrDefault() ?? "");
        if (figure.Dimension.Contains('/', StringComparison.Ordinal)) return default;
        if (figure.Quantity == FigureProfile.Share) return first == "of" ? ("what share " + noun, end) : default;
        if (figure.Money is not null || figure.Quantity != "count")
        {
            if (noun.Length > 0 && !Prepositions.Contains(first)) return default;
            return ((figure.Money is not null ? "how much money " : $"how many {figure.Figure.Unit} ") + noun, end);
        }

        // "dozens of people" are people, "12 of the boats" are some of them
        if (first == "of")
            return second.Length == 0 ? default : ("how many " + (Unclear.Contains(second) || Openers.Contains(second) ? noun : noun[3..]), end);
        return noun.Length == 0 || Prepositions.Contains(first) ? default : ("how many " + noun, end);
    }

    /// <summary>The auxiliary, the subject, the rest of the verb group; null where the group has a form that cannot be turned.</summary>
    private static string? Turned(Clause clause, string group, string subject)
    {
        var words = group.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Any(w => w.Contains('\'', StringComparison.Ordinal) || w.Contains('’', StringComparison.Ordinal))) return null;
        if (Auxiliaries.Contains(words[0])) return string.Join(' ', words.Skip(1).Prepend(subject).Prepend(words[0]));
        var verb = Array.FindIndex(words, w => Stems.Of(w.ToLowerInvariant()) == Stems.Of(clause.Lemma) || w.Length > 2 && words.Length == 1);
        if (verb < 0 || clause.Kind != PredicateKind.Verb) return null;
        var third = words[verb].EndsWith('s') && !clause.Lemma.EndsWith('s');
        var auxiliary = clause.Tense switch { Tense.Past => "did", Tense.Present => third ? "does" : "do", _ => null };
        words[verb] = clause.Lemma;
        return auxiliary is null ? null : $"{auxiliary} {subject} {string.Join(' ', words)}";
    }

    /// <summary>
    /// The text from here as far as the marks, the next figure or a clause of its own, without loose words at the end; with the blank before it.
    /// </summary>
    private static string Clipped(ReportText report, int from, int to, TextSpan figure)
    {
        var next = report.FigureStarts.Where(s => s >= from && s != figure.Start && s < to).DefaultIfEmpty(to).Min();
        var text = report.Text[from..next];
        var match = Stop().Match(text);
        if (match.Success) text = text[..match.Index];
        text = text.TrimEnd();
        while (text.LastIndexOf(' ') is >= 0 and var cut && Loose.Contains(text[(cut + 1)..].ToLowerInvariant())) text = text[..cut].TrimEnd();
        return text.ReplaceLineEndings(" ");
    }

    private static string? Checked(string question)
    {
        var asked = question[(question.IndexOf(' ', StringComparison.Ordinal) + 1)..].Replace(" there", "", StringComparison.Ordinal);
        return Words(question).Count() is < FewestWords or > MostWords || !IsClear(asked) ? null
            : char.ToUpperInvariant(question[0]) + question[1..].TrimEnd() + "?";
    }

    private static bool IsClear(string text) => !text.AsSpan().ContainsAny("“”\"()[]:;") && !Words(text).Any(Unclear.Contains);

    private static IEnumerable<string> Words(string text) => ReportText.WordsOf(text).Select(w => w.Form);

    private static FrozenSet<string> Class(string name) =>
        DataFile.Lines("Reconciliation/Data/question-words.txt").Single(l => l.StartsWith(name + ":", StringComparison.Ordinal))
            .Split(' ').Skip(1).ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"[,;:—–()\[\]“”""!?\r\n…]|\.(?=\s|$)| (?:and|but|while|when|who|which|that|as|because|after|before|where|if|though|since|so) ")]
    private static partial Regex Stop();
}
