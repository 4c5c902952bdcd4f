using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Text;

namespace Hearsay.Statements.Figures;

/// <summary>What stands around a quantity: what it counts, the place and day of its sentence, who gives it.</summary>
internal sealed class FigureContext(Reading reading, ImmutableArray<TimeExpression> times, ImmutableArray<Attribution> attributions)
{
    private CountedThing? lastCounted;
    private int lastEnd = int.MinValue;

    /// <summary>The quantity as a figure.</summary>
    public Figure Describe(LexemeList text, Quantity quantity, string id)
    {
        var counted = Counted(text, quantity);
        var unit = Unit(quantity, counted);
        return new Figure
        {
            Id = id, Span = quantity.Span, Low = quantity.Low, High = quantity.High, Qualifier = quantity.Qualifier, Unit = unit,
            Counted = counted?.Span.Of(reading.Text), CountedSpan = counted?.Span, CountedHead = counted?.Head, CountedModifiers = counted?.Modifiers ?? [], Verb = counted?.Verb,
            Where = Where(quantity.Span), AsOf = AsOf(quantity.Span), AccordingTo = Giver(quantity.Span),
        };
    }

    private static string Unit(Quantity quantity, CountedThing? counted)
    {
        var unit = quantity.Unit ?? (counted is null ? "things" : counted.Persons ? "persons" : NounForms.Plural(counted.Head));
        return quantity.Per is null ? unit : $"{unit}/{quantity.Per}";
    }

    /// <summary>What is counted; a bare number ("the total rose to 40") counts what the figure before it counted, within two hundred characters.</summary>
    private CountedThing? Counted(LexemeList text, Quantity quantity)
    {
        var counted = CountedReader.Read(text, quantity);
        if (counted is null && quantity.Kind == QuantityKind.Count && quantity.Span.Start - lastEnd < 200) counted = lastCounted;
        if (quantity.Kind == QuantityKind.Count) (lastCounted, lastEnd) = (counted, quantity.Span.End);
        return counted;
    }

    /// <summary>The speaker of the longest attribution whose content holds the number: the outermost one.</summary>
    private string? Giver(TextSpan span)
    {
        var outermost = attributions.Where(a => a.Content.Any(c => c.Contains(span.Start) || c.Contains(span.End - 1))).MaxBy(a => a.Content.Sum(c => c.Length));
        return outermost is null ? null : outermost.Speaker ?? outermost.Source?.Of(reading.Text);
    }

    /// <summary>The place named in the sentence, behind the figure if there is one.</summary>
    private string? Where(TextSpan span)
    {
        if (Sentence(span.Start) is not { } sentence) return null;
        var places = reading.Names.Where(n => n.Type == NameType.Place && sentence.Contains(n.Span)).Select(n => n.Span).ToList();
        if (places.Count == 0) return null;
        var place = places.Find(p => p.Start >= span.End);
        return (place.IsEmpty ? places[^1] : place).Of(reading.Text);
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
        foreach (var sentence in reading.Sentences)
            if (sentence.Span.Contains(offset)) return sentence.Span;
        return null;
    }
}
