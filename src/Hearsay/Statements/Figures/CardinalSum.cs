using Hearsay.Language;
namespace Hearsay.Statements.Figures;

/// <summary>
/// Adds up the words of a cardinal from left to right: what is below the last hundred or scale waits in <see cref="group"/> until a scale takes it.
/// </summary>
internal sealed class CardinalSum(LexemeList text, int depth)
{
    private const decimal Most = 1e24m;

    private decimal total;
    private decimal? group;
    private decimal lastScale = decimal.MaxValue;
    private bool closed;
    private bool open;

    /// <summary>The sum; null where no number was taken.</summary>
    public decimal? Value => group is null && lastScale == decimal.MaxValue ? null : total + (group ?? 0);

    /// <summary>True where a hundred, thousand ... took part.</summary>
    public bool HasScale { get; private set; }

    /// <summary>True where the lexeme multiplies what stands before it.</summary>
    public bool Multiplies(int i) =>
        text.Is(i, "hundred") || text.Is(i, "dozen") || (text.IsWord(i) && text.Of(i).Length > 3 && NumberWords.Scale(text.Of(i), out _));

    /// <summary>Takes "a" before a multiplier.</summary>
    public void One(ref int i)
    {
        group = 1;
        open = true;
        i++;
    }

    /// <summary>Takes a "hundred" without "a" before it ("hundred thousand", "hundred dollars").</summary>
    public bool BareHundred(ref int i)
    {
        if (!text.Is(i, "hundred") || !text.IsWord(i + 1) || text.Of(i + 1).Length < 4) return false;
        if (!NumberWords.Scale(text.Of(i + 1), out _) && Currencies.After(text, i + 1) is null) return false;
        (group, HasScale) = (100, true);
        i++;
        return true;
    }

    /// <summary>Takes a number in digits; only multipliers may follow it.</summary>
    public void Digits(ref int i, decimal value)
    {
        group = value;
        closed = true;
        i++;
        if (!text[i].Glued || !text.IsWord(i)) return;
        if (ShortScale(i) is { } scale) Multiply(ref i, scale);
    }

    /// <summary>Takes the lexeme at <paramref name="i"/> (and a hyphen or "and" before it); false where the number ends before it.</summary>
    public bool Take(ref int i)
    {
        var at = i;
        if (
            group is not null
            && text.IsDash(at)
            && (text.IsHyphen(at) || (!text[at].Glued && group % 10 == 0 && group is >= 20 and < 100))
            && text.IsWord(at + 1)
        )
            at++;
        else if (text.Is(at, "and") && AndCounts(at + 1)) at++;
        if (at > i && text.Is(i, "and") && text.Value(at) is { } rest)
        {
            (group, i) = ((group ?? 0) + rest, at + 1);
            return true;
        }
        if (group is null && HasScale && !text[at].Glued && text.Value(at) is >= 1 and <= 9 and var hundreds && text.Is(at + 1, "hundred"))
        {
            (group, i) = (hundreds, at + 1);
            return true;
        }
        if (!text.IsWord(at) || (at > i && text[at].Kind == LexemeKind.Break)) return false;
        var word = text.Of(at);
        if (text.Is(at, "hundred") && !Adjacent(at)) return group is > 0 and < 1000 && Multiply(ref i, at, 100, within: true);
        if (NumberWords.Scale(word, out var scale) && (word.Length > 3 || closed) && group is > 0 && scale < lastScale && !MetricAfter(at))
            return Multiply(ref i, at, scale, within: false);
        if (text.Is(at, "crore") && group is null && total <= Most / 1e7m && (text.Is(at - 1, "lakh") || text.Is(at - 1, "thousand")))
        {
            (total, lastScale, i) = (total * 1e7m, 1e7m, at + 1);
            return true;
        }
        return !closed && !open && Add(ref i, at, word);
    }

    /// <summary>"hundred" is at times a name ("Hundred Acre Wood"): a capital within a sentence.</summary>
    private bool Adjacent(int at) => text.IsCapital(at) && !text.IsCapital(at - 1);

    private bool MetricAfter(int at) => text.Is(at, "mm") && !text.Is(at - 1, "$") && group is < 1000 && !text.IsMark(at - 2, '$');

    private bool Add(ref int i, int at, ReadOnlySpan<char> word)
    {
        if (NumberWords.Tens(word, out var value))
        {
            if (group is not null && (group % 100 != 0 || group == 0)) return false;
        }
        else if (NumberWords.Small(word, out value))
        {
            var joins =
                group is null
                || (group > 0 && group % 100 == 0)
                || (value is > 0 and < 10 && group % 10 == 0 && group % 100 >= 20 && !text.Is(at - 1, "and"));
            if (!joins) return false;
        }
        else return false;
        if (at > i && text.IsHyphen(i) && group is not null && group % 10 != 0) return false;
        group = (group ?? 0) + value;
        i = at + 1;
        return true;
    }

    private void Multiply(ref int i, decimal scale) => Multiply(ref i, i, scale, within: false);

    private bool Multiply(ref int i, int at, decimal scale, bool within)
    {
        HasScale = true;
        open = false;
        closed = closed && !within && text.IsDigits(at - 1) && text[at].Glued;
        if ((group ?? 1) > Most / scale) return false;
        var value = (group ?? 1) * scale;
        if (within) group = value;
        else
        {
            total += value;
            group = null;
            lastScale = scale;
        }
        i = at + 1;
        return true;
    }

    /// <summary>
    /// "and" belongs to the number after a hundred or a scale, where what follows is smaller than that and takes no scale of its own.
    /// </summary>
    private bool AndCounts(int next)
    {
        if (depth > 1 || !HasScale || closed || group is not null && group % 100 != 0) return false;
        // "3 hundred and 21"
        if (text.Value(next) is { } digits)
            return group is not null
                && digits is >= 1 and < 100
                && digits == decimal.Truncate(digits)
                && text.Is(next - 2, "hundred")
                && text.IsDigits(next - 3);
        if (NumberReader.Cardinal(text, next, depth + 1) is not { } rest || text.IsDigits(next) || text.Is(next, "a") || text.Is(next, "an"))
            return false;
        var limit = group is null ? lastScale : 100;
        if (rest.Low < limit) return !IsPart(rest, text.IsHyphen(rest.End) ? rest.End + 1 : rest.End);
        // "two hundred and fifty thousand": the scale takes both
        return group is not null && rest.HasOneScale(text) && !text.Is(rest.Start + 1, "hundred");
    }

    /// <summary>"three quarters", "one half": a part of what stands before "and".</summary>
    private bool IsPart(NumberPhrase count, int i) => NumberWords.Part(text.Of(i), out _) && (NumberWords.PluralPart(text.Of(i)) || count.Low == 1);

    /// <summary>What a short form glued to digits multiplies by: "k", "m", "bn"; null where it is a unit ("5m tall") or a name ("5G").</summary>
    private decimal? ShortScale(int i)
    {
        var word = text.Of(i);
        var money = Currencies.Before(text, i - 1) is not null || Currencies.After(text, i + 1) is not null;
        if (word.Length > 1) return NumberWords.Scale(word, out var scale) && (money || !text.Is(i, "mm")) ? scale : null;
        return word[0] switch
        {
            'k' => 1e3m,
            // "4K" and "8K" are kinds of pictures
            'K' when money || group >= 10 => 1e3m,
            'm' or 'M' when money || word[0] == 'M' || Counts(i + 1) => 1e6m,
            'b' or 'B' when money || Counts(i + 1) || !text.IsWord(i + 1) => 1e9m,
            't' or 'T' when money => 1e12m,
            _ => null,
        };
    }

    /// <summary>True where something is counted after a short scale: "1.2m people", "3m of them".</summary>
    private bool Counts(int i) =>
        text.Is(i, "of")
        || (
            text.IsWord(i)
            && !text[i].Glued
            && (
                PersonNouns.Counts(text.Of(i))
                || (text.Of(i).EndsWith("s", StringComparison.Ordinal) && text.Of(i).Length > 3 && !UnitTable.IsDimensionWord(text.Of(i)))
            )
        );
}
