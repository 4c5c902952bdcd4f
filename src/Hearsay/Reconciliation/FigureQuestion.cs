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
// negation, a condition, a clause without a tense, a second figure, a phrase or a clause of its own that is cut, marks that part.
// Limits: English; the tree of the sentence may be wrong.

/// <summary>Turns a figure's clause into a question.</summary>
internal static partial class FigureQuestion
{
    private const int MostWords = 18, FewestWords = 5;

    private static readonly FrozenSet<string> Unclear = Class("unclear");

    /// <summary>Words that cannot end a question.</summary>
    private static readonly FrozenSet<string> Loose = Class("loose");

    private static readonly FrozenSet<string> Auxiliaries = Class("auxiliary");

    /// <summary>Words that may stand before the number in its phrase.</summary>
    private static readonly FrozenSet<string> Openers = Class("opener");

    private static readonly FrozenSet<string> Prepositions = Class("preposition");

    /// <summary>Whether the figure's clause says when: a question that holds for that time only.</summary>
    public static bool IsDated(FigureProfile figure) =>
        figure.Report.Report.Clauses.Where(c => c.Span.Contains(figure.Figure.Span)).MinBy(c => c.Span.Length)?.Arguments.Any(a => a.Role == ArgumentRole.Time) == true;

    /// <summary>The question, with its first letter capital and its mark; null where the clause gives none that is complete.</summary>
    public static string? Of(FigureProfile figure)
    {
        var (report, span) = (figure.Report, figure.Figure.Span);
        var clause = report.Report.Clauses.Where(c => c.Span.Contains(span)).MinBy(c => c.Span.Length);
        if (clause is null or { IsNegated: true } or { Tense: Tense.None } or not { Direction: Direction.Told or Direction.Planned }) return null;
        if (figure.Figure.Low == 1 || IsLoose(report, clause)) return null;
        var argument = clause.Arguments.FirstOrDefault(a => a.Span.Contains(span));
        if (argument.Span.IsEmpty || clause.Arguments.Any(a => a.Span.Overlaps(clause.Group))) return null;
        if (argument.Preposition is { } of && !Prepositions.Contains(of)) return null;
        var opening = report.Text[argument.Span.Start..span.Start];
        var preposition = argument.Preposition is { } p && opening.StartsWith(p, StringComparison.OrdinalIgnoreCase) ? p : "";
        if (!Words(opening[preposition.Length..]).All(Openers.Contains)) return null;
        var (asked, end) = Asked(figure, argument.Span);
        if (string.IsNullOrEmpty(asked)) return null;
        var question = argument.Span.End <= clause.Group.Start
            ? preposition.Length > 0 || Between(argument.Span.End, clause.Group.Start).Length > 0 || WordBefore(report, argument.Span.Start) == "with" ? null
                : Rest(clause.Group.End) is { } rest ? $"{asked.TrimEnd()} {Cut(clause.Group)}{rest}" : null
            : Inverted();
        return question is null ? null : Checked(question);

        string Cut(TextSpan s) => s.Of(report.Text).ReplaceLineEndings(" ");

        string Between(int from, int to) => report.Text[from..Math.Max(from, to)].Trim();

        string? Rest(int from) => Clipped(figure, clause, from, Math.Max(from, clause.Span.End));

        string? Inverted()
        {
            var before = Between(clause.Group.End, argument.Span.Start);
            if (preposition.Length == 0 && argument.Preposition is { } standing && before.EndsWith(standing, StringComparison.OrdinalIgnoreCase))
                (preposition, before) = (standing, before[..^standing.Length].TrimEnd());
            var existential = report.Text[..clause.Group.Start].TrimEnd().EndsWith("there", StringComparison.OrdinalIgnoreCase);
            var actor = clause.Arguments.LastOrDefault(a => IsPlain(a) && a.Span.End <= clause.Group.Start);
            var subject = existential ? "there" : Lowered(report, actor.Span, Cut(actor.Span));
            if (subject.Length == 0 || subject.Contains(',', StringComparison.Ordinal) || clause.Kind == PredicateKind.Adjectival) return null;
            if ((!existential && !IsClear(subject)) || before.Length > 0 && !IsWhole(before)) return null;
            if (!existential && (HasFigure(report, actor.Span) || WordBefore(report, actor.Span.Start) is "s")) return null;
            if (HasFigure(report, TextSpan.Between(clause.Group.End, argument.Span.Start)) || Complemented.Contains(Stems.Of(clause.Lemma))) return null;
            if (before.Length == 0 && Particles.Contains(preposition) && WithParticle.Contains(clause.Lemma) || !existential && LacksArticle(report, actor)) return null;
            if (figure.Quantity != "count" && ChangeWords.Contains(Words(Cut(clause.Group)).LastOrDefault() ?? "") && preposition.Length == 0) return null;
            if (Turned(clause, Cut(clause.Group), subject) is not { } turned || Rest(end) is not { } rest) return null;
            return $"{(preposition.Length > 0 ? preposition + " " : "")}{asked.TrimEnd()} {turned}{(before.Length > 0 ? " " + before : "")}{rest}";
        }
    }

    /// <summary>Verbs whose object is told something of behind it ("left two soldiers dead"), which the question would lose.</summary>
    private static readonly FrozenSet<string> Complemented = Class("complemented").Select(Stems.Of).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Whose = Class("whose");

    private static readonly FrozenSet<string> Particles = Class("particle");

    /// <summary>Verbs that mean another thing with such a word behind: "laid on 11 flights".</summary>
    private static readonly FrozenSet<string> WithParticle = Class("withparticle");

    /// <summary>"Largest currency" of "the world's largest currency": a thing in the singular whose first words are left out.</summary>
    private static bool LacksArticle(ReportText report, Argument actor) =>
        report.TermsWithin(actor.Span).FirstOrDefault() is { Tag: Upos.Adj or Upos.Noun }
        && report.Within(actor.Span) is [.., var last] && !last.Form.EndsWith('s') && !PersonStems.Contains(last.Stem);

    /// <summary>A participle ("people being taken away") or an infinitive ("are said to have fled") tells less than a finite verb.</summary>
    private static bool IsLoose(ReportText report, Clause clause) =>
        Words(clause.Group.Of(report.Text)).FirstOrDefault() is null or [.., 'i', 'n', 'g'] || WordBefore(report, clause.Group.Start) == "to";

    private static string WordBefore(ReportText report, int at) =>
        report.WordsAround(new TextSpan(at, 0), 1) is var (from, first, _, _) && from < first ? report.Words[from].Form : "";

    private static bool HasFigure(ReportText report, TextSpan span) => report.FigureStarts.Any(s => s >= span.Start && s < span.End);

    /// <summary>What does not end in a word that joins something to it.</summary>
    private static bool IsWhole(string words) => IsClear(words) && Words(words).LastOrDefault() is not ("and" or "or" or "as" or "than");

    /// <summary>A phrase that opened its sentence, as it stands within one: names and the adjectives of names keep their capital.</summary>
    private static string Lowered(ReportText report, TextSpan span, string words) =>
        words.Length == 0 || !char.IsUpper(words[0]) || report.TermsWithin(span).FirstOrDefault().Tag is Upos.Propn ? words
        : report.TermsWithin(span).FirstOrDefault().Tag is Upos.Adj && !report.Text.Contains(" " + char.ToLowerInvariant(words[0]) + words.Split(' ')[0][1..], StringComparison.Ordinal) ? words
        : char.ToLowerInvariant(words[0]) + words[1..];

    private static bool IsPlain(Argument argument) => argument is { Preposition: null, Role: ArgumentRole.Subject or ArgumentRole.Object };

    /// <summary>"How many boats" and where the words that it takes up end; empty where the kind of figure has no such question.</summary>
    private static (string Asked, int End) Asked(FigureProfile figure, TextSpan argument)
    {
        var (report, span) = (figure.Report, figure.Figure.Span);
        if (report.Text.AsSpan(span.End) is ['-' or '–' or '’' or '\'', ..]) return default;
        if (Clipped(figure, null, span.End, argument.End) is not { } noun) return default;
        var end = span.End + noun.Length;
        noun = noun.Trim();
        var (first, second) = (Words(noun).FirstOrDefault() ?? "", Words(noun).Skip(1).FirstOrDefault() ?? "");
        if (figure.Dimension.Contains('/', StringComparison.Ordinal) || first is "times" && second is "as" or "more" or "less") return default;
        if (figure.Quantity == FigureProfile.Share) return first == "of" ? ("what share " + noun, end) : default;
        if (figure.Money is not null || figure.Quantity != "count")
        {
            if (noun.Length > 0 && !Prepositions.Contains(first)) return default;
            return ((figure.Money is not null ? "how much money " : $"how many {figure.Figure.Unit} ") + noun, end);
        }

        // "dozens of people" are people, "12 of the boats" are some of them, "12 of its members" are members of whom the question would not say whose
        if (first == "of" && Whose.Contains(second)) return ("how many" + noun[(noun.IndexOf(second, StringComparison.OrdinalIgnoreCase) + second.Length)..], end);
        if (first == "of")
            return second.Length == 0 ? default : ("how many " + (Unclear.Contains(second) || Openers.Contains(second) ? noun : noun[3..]), end);
        return noun.Length == 0 || Prepositions.Contains(first) ? default : ("how many " + noun, end);
    }

    /// <summary>The auxiliary, the subject, the rest of the verb group; null where the group has a form that cannot be turned.</summary>
    private static string? Turned(Clause clause, string group, string subject)
    {
        var words = group.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Any(w => w.Contains('\'', StringComparison.Ordinal) || w.Contains('’', StringComparison.Ordinal))) return null;
        var has = words is ["has" or "have" or "had"];
        if (!has && Auxiliaries.Contains(words[0])) return string.Join(' ', words.Skip(1).Prepend(subject).Prepend(words[0]));
        var verb = Array.FindIndex(words, w => Stems.Of(w.ToLowerInvariant()) == Stems.Of(clause.Lemma) || w.Length > 2 && words.Length == 1);
        if (verb < 0 || clause.Kind != PredicateKind.Verb) return null;
        var third = words[verb].EndsWith('s') && !clause.Lemma.EndsWith('s');
        if (third && subject is [.., not 's', 's']) return null; // "planets contains": not the verb's subject
        var auxiliary = clause.Tense switch { Tense.Past => "did", Tense.Present => third ? "does" : "do", _ => null };
        words[verb] = clause.Lemma;
        return auxiliary is null ? null : $"{auxiliary} {subject} {string.Join(' ', words)}";
    }

    /// <summary>
    /// The text from here as far as the marks, or the phrase of the next figure, without loose words at the end; with the blank before it. Null where what
    /// is cut belongs to what stands before: "victims who filed complaints", "boats as lost".
    /// </summary>
    private static string? Clipped(FigureProfile figure, Clause? clause, int from, int to)
    {
        var report = figure.Report;
        var next = report.FigureStarts.Where(s => s >= from && s != figure.Figure.Span.Start && s < to).DefaultIfEmpty(to).Min();
        if (next < to && clause is not null)
        {
            var cut = clause.Arguments.Where(a => a.Span.Start <= next && next < a.Span.End).OrderBy(a => a.Span.Length).FirstOrDefault();
            if (cut is { Preposition: null } || cut.Span.Start < from || report.Text.AsSpan(from, cut.Span.Start - from).IsWhiteSpace()) return null;
            next = cut.Span.Start;
        }

        var text = report.Text[from..next];
        var match = Stop().Match(text);
        if (match.Success)
        {
            if (Binding.Contains(match.Value.Trim()) || match.Value == ":" && match.Index > 0 && char.IsAsciiDigit(text[match.Index - 1])) return null;
            if (match.Value is " and " or " or " && (text[..match.Index].Contains(" between ", StringComparison.Ordinal) || IsOneOfNames(text, match))) return null;
            text = text[..match.Index];
        }

        text = text.TrimEnd();
        while (text.LastIndexOf(' ') is >= 0 and var last && Loose.Contains(text[(last + 1)..].ToLowerInvariant())) text = text[..last].TrimEnd();
        return next < to && clause is not null && string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings(" ");
    }

    /// <summary>"During May and June": the question would ask for one of two.</summary>
    private static bool IsOneOfNames(string text, Match and) =>
        text.AsSpan(and.Index + and.Length) is [var behind, ..] && char.IsUpper(behind) && char.IsUpper(text[text.LastIndexOf(' ', and.Index - 1) + 1]);

    /// <summary>Words that bind what follows them to what stands before.</summary>
    private static readonly FrozenSet<string> Binding = Class("binding");

    private static string? Checked(string question)
    {
        var asked = question[(question.IndexOf(' ', StringComparison.Ordinal) + 1)..].Replace(" there", "", StringComparison.Ordinal);
        return Words(question).Count() is < FewestWords or > MostWords || !IsClear(asked) || question.Contains(" -", StringComparison.Ordinal) ? null
            : char.ToUpperInvariant(question[0]) + question[1..].TrimEnd() + "?";
    }

    private static bool IsClear(string text) => !text.AsSpan().ContainsAny("“”‘\"()[]:;") && !Words(text).Any(Unclear.Contains);

    private static IEnumerable<string> Words(string text) => ReportText.WordsOf(text).Select(w => w.Form);

    private static FrozenSet<string> Class(string name) =>
        DataFile.Lines("Reconciliation/Data/question-words.txt").Single(l => l.StartsWith(name + ":", StringComparison.Ordinal))
            .Split(' ').Skip(1).ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"[,;:—–()\[\]“”""!?\r\n…]|(?<!\b\p{Lu})\.(?=\s|$)| (?:and|but|while|when|who|which|that|as|because|after|before|where|if|though|since|so) ")]
    private static partial Regex Stop();
}
