using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Statements.Figures;
using Hearsay.Text;

namespace Hearsay.Statements;

/// <summary>
/// Reading in, figures out: every quantity of the text that a reader would compare, with bounds, unit, what is counted, where, as of when and
/// according to whom.
/// Method: a grammar over the characters finds all quantities (numbers in digits and words, ranges, bounds, money, units, rates, fractions, vague
/// counts), filters take out numbers that name, date or point; what is counted comes from the noun phrase behind the number, the place and the day
/// from the sentence, the giver from the outermost attribution whose content holds the number.
/// Sources: bounds and vague counts as the gold of the lab has them ("nearly 300": at most 300; "dozens": 24 or more), units after the SI brochure.
/// Known limits: Roman numerals and spoken years are not read; a figure that a table or picture gives is not seen.
/// </summary>
internal static class FigureReader
{
    /// <summary>Every quantity in the text that a reader would compare, in order.</summary>
    public static ImmutableArray<Figure> Read(Reading reading, ImmutableArray<TimeExpression> times, ImmutableArray<Attribution> attributions)
    {
        var text = new LexemeList(reading.Text);
        var dates = times.Where(t => !IsDuration(t.Value)).Select(t => t.Span).Order().ToArray();
        var figures = ImmutableArray.CreateBuilder<Figure>();
        var context = new FigureContext(reading, times, attributions);
        var quantities = QuantityReader.Read(text, span => Overlaps(dates, span));
        var currency = new CurrencyDecision(text, reading.Article, quantities);
        foreach (var read in quantities)
        {
            if (!FigureFilter.Comparable(text, read)) continue;
            var quantity = read.Unit is { } unit ? read with { Unit = currency.Of(unit) } : read;
            var id = $"{reading.Article.Id}-f{(figures.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}";
            if (context.Describe(text, quantity, id) is { } figure) figures.Add(figure);
        }
        return figures.ToImmutable();
    }

    private static bool IsDuration(string value) => value.Length > 1 && value[0] == 'P' && (char.IsAsciiDigit(value[1]) || value[1] is 'T' or 'X');

    /// <summary>True where one of the sorted stretches shares a character with the other one.</summary>
    private static bool Overlaps(TextSpan[] sorted, TextSpan span)
    {
        var at = Array.BinarySearch(sorted, span);
        at = at < 0 ? ~at : at;
        return (at < sorted.Length && sorted[at].Overlaps(span)) || (at > 0 && sorted[at - 1].Overlaps(span));
    }
}
