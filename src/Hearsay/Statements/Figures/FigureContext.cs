using System.Buffers;
using System.Collections.Immutable;
using Hearsay.Cast;
using Hearsay.Language;
using Hearsay.Text;

namespace Hearsay.Statements.Figures;

/// <summary>What stands around a quantity: what it counts, the place and day of its sentence, who gives it.</summary>
internal sealed class FigureContext(Reading reading, ImmutableArray<TimeExpression> times, ImmutableArray<Attribution> attributions)
{
    private static readonly string[] Telling =
    [
        "say", "tell", "write", "add", "speak", "tweet", "post", "ask", "explain", "recall", "describe", "note", "insist", "argue", "warn", "joke",
        "comment", "claim", "stand", "remain",
    ];

    /// <summary>How many times the figure before a bare number may be, for both to count the same.</summary>
    private const decimal Furthest = 100;

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(",;:()“”\"—–");

    private readonly CountedReader countedReader = new(reading);
    private readonly (TextSpan Span, int Length, Attribution Attribution)[] contents =
    [
        .. attributions.SelectMany(a => a.Content.Select(c => (Span: c, Length: a.Content.Sum(x => x.Length), Attribution: a))).OrderBy(c => c.Span),
    ];
    private readonly List<(TextSpan Span, int Length, Attribution Attribution)> open = [];
    private int nextContent;
    private string? lastGiver;
    private CountedThing? lastCounted;
    private int lastEnd = int.MinValue;
    private int lastSentence = -1;
    private string? lastHarm;
    private decimal? lastValue;

    /// <summary>The quantity as a figure; null for one that is told of rather than counted ("one man said").</summary>
    public Figure? Describe(LexemeList text, Quantity quantity, string id)
    {
        var single =
            quantity.Low == 1
            && quantity.Form == NumberForm.Words
            && quantity.Kind == QuantityKind.Count
            && quantity.Qualifier == FigureQualifier.Exact;
        if (single && countedReader.IsPronoun(text, quantity)) return null;
        var (counted, harm) = Counted(text, quantity);
        if (single && counted is not null && Tells(counted)) return null;
        var verb = harm ?? (counted is null ? countedReader.VerbOf(text, quantity) : counted.Verb);
        var unit = Unit(quantity, counted, verb);
        return new Figure
        {
            Id = id, Span = quantity.Span, Low = quantity.Low, High = quantity.High, Qualifier = quantity.Qualifier, Unit = unit,
            Counted = counted?.Span.Of(reading.Text),
            CountedSpan = counted?.Span,
            CountedHead = counted?.Head,
            CountedModifiers = counted?.Modifiers ?? [],
            Verb = verb?.ToLowerInvariant(),
            Where = Where(quantity.Span), AsOf = AsOf(quantity.Span), AccordingTo = lastGiver = Giver(quantity),
        };
    }

    /// <summary>"One man said", "one victim who spoke": the one is a speaker.</summary>
    private bool Tells(CountedThing counted)
    {
        if (counted.Token < 0 || reading.Tokens[counted.Token] is not { Relation: "nsubj", Head: >= 0 and var verb }) return false;
        return Telling.Contains(reading.Tokens[verb].Lemma) || reading.Child(verb, "ccomp") >= 0;
    }

    private static string Unit(Quantity quantity, CountedThing? counted, string? verb)
    {
        var unit =
            quantity.Unit
            ?? (
                counted is null
                    ? Harm.Is(verb) || (quantity.Form == NumberForm.Vague && quantity.Low is not null)
                        ? "persons"
                        : "things"
                    : counted.Persons
                        ? "persons"
                        : NounForms.Plural(counted.Head)
            );
        return quantity.Per is null ? unit : $"{unit}/{quantity.Per}";
    }

    /// <summary>How many characters behind a figure another may still count the same.</summary>
    private const int Near = 200;

    /// <summary>
    /// What is counted, or, for a toll ("the toll stands at 27", "the number of dead rose to 27, and the injured to 140"), what happened to them. A bare
    /// number counts what the figure before it counted where that stands close and in its sentence ("40 buses, 60 in the valley"), or where its sentence
    /// goes on from it ("the total rose to 40", "others say that 60 are missing").
    /// </summary>
    private (CountedThing? Counted, string? Harm) Counted(LexemeList text, Quantity quantity)
    {
        var (counted, harm) = (countedReader.Read(text, quantity), (string?)null);
        if (quantity.Kind != QuantityKind.Count) return (counted, null);
        if (counted is null && quantity.Form != NumberForm.Vague)
        {
            var (near, goesOn) = (quantity.Span.Start - lastEnd < Near, countedReader.GoesOn(quantity));
            harm = countedReader.TollBefore(quantity) ?? (near && goesOn ? lastHarm : null);
            goesOn |= countedReader.SentenceOf(quantity) == lastSentence || (lastCounted is { Persons: true } && countedReader.IsSubject(text, quantity));
            if (harm is null && near && goesOn && CanCountLast(text, quantity)) counted = lastCounted;
        }

        if (counted is not null || harm is not null)
            (lastCounted, lastHarm, lastEnd, lastSentence, lastValue) = (counted, harm, quantity.Span.End, countedReader.SentenceOf(quantity), quantity.Low ?? quantity.High);
        return (counted, harm);
    }

    /// <summary>
    /// Not where the words say that persons were harmed and the figure before counted things ("three villages; 23 dead"), nor where the two numbers
    /// are of another order.
    /// </summary>
    private bool CanCountLast(LexemeList text, Quantity quantity)
    {
        if (lastCounted is { Persons: false } && Harm.Is(countedReader.VerbOf(text, quantity))) return false;
        return (quantity.Low ?? quantity.High) is not { } value
            || lastValue is not { } last
            || Math.Max(value, last) <= Furthest * Math.Max(1, Math.Min(value, last));
    }

    /// <summary>The speaker of the longest attribution whose content holds the number: the outermost one.</summary>
    private string? Giver(Quantity quantity)
    {
        var span = quantity.Span;
        while (nextContent < contents.Length && contents[nextContent].Span.Start < span.End) open.Add(contents[nextContent++]);
        open.RemoveAll(c => c.Span.End <= span.Start);
        var outermost = open.Where(c => c.Span.Overlaps(span))
            .OrderByDescending(c => c.Length)
            .ThenBy(c => c.Span)
            .Select(c => c.Attribution)
            .FirstOrDefault();
        var put = countedReader.PutBy(quantity);
        if (!put.IsEmpty && (outermost?.Source is not { } source || !source.Overlaps(put))) return Named(put);
        if (outermost is null) return countedReader.GoesOn(quantity) ? lastGiver : null;
        return outermost.Speaker ?? outermost.Source?.Of(reading.Text);
    }

    /// <summary>The name of whom the words speak of where they are his name, else the words.</summary>
    private string Named(TextSpan words)
    {
        var (first, count) = reading.TokensIn(words);
        return count > 0 && char.IsUpper(reading.Tokens[first].Form[0]) && CastReader.Read(reading).At(first + count - 1) is { IsNamed: true } entity
            ? entity.Canonical
            : words.Of(reading.Text);
    }

    /// <summary>The place named in the figure's clause, behind the figure if there is one; null where no mark-free stretch joins the two.</summary>
    private string? Where(TextSpan span)
    {
        if (Sentence(span.Start) is not { } sentence) return null;
        var places = reading.Names.Where(n => n.Type == NameType.Place && sentence.Contains(n.Span)).Select(n => Whole(n.Span))
            .Where(p => !p.Overlaps(span) && IsPlaceName(p) && InOneClause(p, span)).ToList();
        if (places.Count == 0) return null;
        var place = places.Find(p => p.Start >= span.End);
        return (place.IsEmpty ? places[^1] : place).Of(reading.Text);
    }

    /// <summary>The name with the proper nouns directly before it that the namer left out ("New" of "New Orla").</summary>
    private TextSpan Whole(TextSpan name)
    {
        var first = countedReader.TokenAt(name.Start);
        if (first < 0) return name;
        var start = first;
        while (
            start > 0
            && first - start < 3
            && reading.Tokens[start - 1] is var before
            && (before.Tag == Upos.Propn || BeginsPlaces(before.Form))
            && before.Sentence == reading.Tokens[first].Sentence
            && char.IsUpper(before.Form[0])
            && before.Span.End + 1 == reading.Tokens[start].Span.Start && !DateFilter.NamesDay(before.Form)) start--;
        return TextSpan.Between(reading.Tokens[start].Span.Start, name.End);
    }

    private static bool BeginsPlaces(string form) =>
        form
            is "New"
                or "United"
                or "North"
                or "South"
                or "East"
                or "West"
                or "Northern"
                or "Southern"
                or "Eastern"
                or "Western"
                or "Central"
                or "Upper"
                or "Lower"
                or "Great"
                or "Saint"
                or "St."
                or "Port"
                or "Fort"
                or "Mount"
                or "Lake";

    /// <summary>Road numbers and short forms in capitals are not what a reader calls a place.</summary>
    private bool IsPlaceName(TextSpan name) =>
        name.Of(reading.Text) is var words && !words.Any(char.IsAsciiDigit) && (words.Any(char.IsLower) || words.Length <= 3);

    private bool InOneClause(TextSpan place, TextSpan figure)
    {
        var between =
            place.Start >= figure.End
                ? reading.Text.AsSpan(figure.End, place.Start - figure.End)
                : reading.Text.AsSpan(place.End, Math.Max(0, figure.Start - place.End));
        return !between.ContainsAny(ClauseMarks);
    }

    /// <summary>The date of the sentence nearest to the figure, else the day of publication.</summary>
    private string? AsOf(TextSpan span)
    {
        var published = reading.Article.Published.Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (Sentence(span.Start) is not { } sentence) return published;
        var dates = times.Where(t => t.Value.Length >= 4 && char.IsAsciiDigit(t.Value[0]) && sentence.Contains(t.Span)).ToList();
        return dates.Count == 0 ? published : dates.MinBy(t => Math.Abs(t.Span.Start - span.Start))!.Value.Split('T')[0];
    }

    private TextSpan? Sentence(int offset)
    {
        var token = countedReader.TokenAt(offset);
        return token < 0 ? null : reading.Sentences[reading.Tokens[token].Sentence].Span;
    }
}
