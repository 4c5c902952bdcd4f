using Hearsay.Text;

namespace Hearsay.Statements.Figures;

/// <summary>
/// Lexemes in, every quantity out, in order and without overlap: number, range, bound, currency, unit, rate. Names, dates, clock times, ordinals and
/// lists are left out by <see cref="NameFilter"/>.
/// Method: at each lexeme the longest measure is read, joined with a second one where words make a range of the two, then widened by bounds on both
/// sides. Each step looks at a bounded stretch.
/// </summary>
internal static class QuantityReader
{
    /// <summary>All quantities of a text. <paramref name="taken"/> tells of a stretch that is known to be something else (a date).</summary>
    public static List<Quantity> Read(LexemeList text, Func<TextSpan, bool>? taken = null)
    {
        var found = new List<Quantity>();
        for (var i = 0; i < text.Count;)
        {
            if (Measure.At(text, i) is not { } measure)
            {
                i++;
                continue;
            }
            var end = measure.Number.End;
            if (NameFilter.EndOfName(text, measure) is { } named) end = Math.Max(end, named);
            else if (taken?.Invoke(Span(text, measure.Number.Start, measure.Number.End)) != true)
            {
                var quantity = Of(text, measure);
                found.Add(quantity);
                end = Math.Max(end, quantity.End);
            }
            i = end;
        }
        return found;
    }

    /// <summary>The stretch of the text from one lexeme up to another.</summary>
    public static TextSpan Span(LexemeList text, int first, int end) => TextSpan.Between(text[first].Start, text[end - 1].End);

    private static Quantity Of(LexemeList text, Measure first)
    {
        var range = RangeReader.Join(text, first);
        // "52 to 48 per cent" is no range, but both are of the unit that stands behind
        if (range is null && first is { Kind: QuantityKind.Count, Unit: null } && first.End == first.Number.End && text.Is(first.End, "to")
            && Measure.At(text, first.End + 1) is { Kind: QuantityKind.Percent, Unit: "percent" } second && second.Number.Low < first.Number.Low)
            first = first with { Kind = QuantityKind.Percent, Unit = second.Unit };
        var last = range?.Last ?? first;
        var (low, high) = range is { } r ? (r.Low, (decimal?)r.High) : (first.Number.Low, first.Number.High);
        var start = range?.Start ?? first.Start;
        var end = last.End;
        var qualifier = FigureQualifier.Exact;
        if (range is null && first.Number.Form != NumberForm.Vague)
        {
            (qualifier, start, end) = Bound(text, first);
            (low, high) = Open(qualifier, low, high);
        }
        var rate = Rates.After(text, end, last.Kind);
        return new Quantity
        {
            Span = Span(text, start, rate?.End ?? end),
            First = first.Number.Start,
            NumberEnd = last.Number.End,
            End = rate?.End ?? end,
            Low = low,
            High = high,
            Form = first.Number.Form,
            Qualifier = range is not null ? FigureQualifier.Between : first.Number.Form == NumberForm.Vague ? FigureQualifier.Vague : qualifier,
            Kind = last.Kind, Unit = last.Unit, Per = rate?.Per,
        };
    }

    /// <summary>The bound before the number and the one after number or unit; the one that bounds goes before the one that blurs.</summary>
    private static (FigureQualifier Qualifier, int Start, int End) Bound(LexemeList text, Measure measure)
    {
        var (qualifier, start) = Bounds.Before(text, measure.Start);
        if (qualifier == FigureQualifier.MoreThan && SpreadsOver(text, measure, start)) (qualifier, start) = (FigureQualifier.Exact, measure.Start);
        if (InRange(text, measure) is { } rangeEnd)
            return (FigureQualifier.About, text.Is(measure.Start - 1, "the") ? measure.Start - 1 : measure.Start, rangeEnd);
        var end = measure.End;
        foreach (var at in (ReadOnlySpan<int>)[measure.Number.End, measure.End])
        {
            if (Bounds.After(text, at) is not var (after, afterEnd)) continue;
            if (qualifier is FigureQualifier.Exact or FigureQualifier.About) qualifier = after;
            end = Math.Max(end, afterEnd);
            break;
        }
        return (qualifier, start, end);
    }

    /// <summary>"in the 350,000 range".</summary>
    private static int? InRange(LexemeList text, Measure measure) =>
        (text.Is(measure.End, "range") || text.Is(measure.End, "mark"))
        && text.Is(measure.Start - 1, "the")
        && (text.Is(measure.Start - 2, "in") || text.Is(measure.Start - 2, "around") || text.Is(measure.Start - 2, "near"))
            ? measure.End + 1
            : null;

    /// <summary>"$2 billion over 10 years": a length of time that something is spread over, not one that is exceeded.</summary>
    private static bool SpreadsOver(LexemeList text, Measure measure, int start) =>
        measure.Kind == QuantityKind.Duration && text.Is(start, "over") && start + 1 == measure.Start
        && !Array.Exists(
            [
                "for", "lasted", "last", "lasts", "is", "was", "are", "were", "be", "been", "took", "takes", "than", "of", "just", "well", "after",
                "in", "with", "and", "a", "spent", "at", "by", "to", "waited", "because", "has", "had",
            ],
            word => text.Is(start - 1, word)
        )
        && start > 0 && !text.BeginsSentence(start);

    private static (decimal? Low, decimal? High) Open(FigureQualifier qualifier, decimal? low, decimal? high) => qualifier switch
    {
        FigureQualifier.AtLeast or FigureQualifier.MoreThan => (low, null),
        FigureQualifier.UpTo or FigureQualifier.LessThan or FigureQualifier.Nearly => (null, high),
        _ => (low, high),
    };
}
