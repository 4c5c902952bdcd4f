using System.Globalization;

namespace Hearsay.Statements.Times;

/// <summary>A count before a unit of time: "86", "1,200", "two and a half", "several". A vague count has no value.</summary>
internal readonly record struct NumberPhrase(int First, int End, decimal? Value)
{
    private const int Longest = 9;

    private static readonly WordList Parts = new(
        "a", "an", "and", "half", "of", "hundreds", "thousands", "dozens", "scores", "millions", "tens", "-", ",", ".", "one"
    );

    private static readonly WordList Heaps = new("hundreds", "thousands", "dozens", "scores", "millions", "tens");

    /// <summary>The longest count that ends right before token <paramref name="end"/> and does not reach back before the floor.</summary>
    public static NumberPhrase? Before(TimeText t, int end)
    {
        var first = end;
        while (first > t.Floor && end - first < Longest && Belongs(t, first - 1))
        {
            first--;
        }

        for (; first < end; first++)
        {
            if (Parse(t, first) is { } found && found.End == end)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The count that starts with token <paramref name="i"/>.</summary>
    public static NumberPhrase? Parse(TimeText t, int i)
    {
        if (t.Class(i) == WordClass.Vague)
        {
            if (t.Is(i, "couple"))
            {
                return t.IsAny(i - 1, "next", "last", "past", "first", "coming")
                    || t.Is(i + 1, "of") ? new NumberPhrase(i, t.Is(i + 1, "of") ? i + 2 : i + 1, 2) : null;
            }

            return new NumberPhrase(i, t.Is(i, "multiple") || !t.Is(i + 1, "of") ? i + 1 : i + 2, null);
        }

        if (t.IsAny(i, Heaps) && t.Is(i + 1, "of"))
        {
            return t.IsAny(i + 2, "thousands", "millions") && t.Is(i + 3, "of") ? new NumberPhrase(i, i + 4, null) : new NumberPhrase(i, i + 2, null);
        }

        if (t.IsAny(i, "a", "the") && t.Class(i + 1) == WordClass.Vague)
        {
            return Couple(t, i);
        }

        if (t.IsAny(i, "half"))
        {
            return new NumberPhrase(i, t.IsAny(i + 1, "a", "an") ? i + 2 : t.Hyphen(i + 1)
                && t.IsAny(i + 2, "a", "an") ? i + (t.Hyphen(i + 3) ? 4 : 3) : i + 1, 0.5m);
        }

        var whole = t.Number(i) ? Digits(t, i) : Words(t, i);
        return whole is { } w ? Half(t, w) : null;
    }

    private static bool Belongs(TimeText t, int i) =>
        t.Number(i) || t.Class(i) is WordClass.Cardinal or WordClass.Vague
            || t.IsAny(i, Parts);

    private static NumberPhrase? Couple(TimeText t, int i)
    {
        var end = t.Is(i + 2, "of") ? i + 3 : i + 2;
        return t.Is(i + 1, "couple") ? new NumberPhrase(i, end, 2) : t.Is(i + 1, "few") ? new NumberPhrase(i, i + 2, null) : null;
    }

    /// <summary>"2.5", "1,200", "3 million".</summary>
    private static NumberPhrase? Digits(TimeText t, int i)
    {
        if (t[i].Value < 0 || (i > 0 && t.Tight(i) && (t.Mark(i - 1, '.') || t.Mark(i - 1, ',')) && t.Number(i - 2)))
        {
            return null;
        }

        decimal value = t[i].Value;
        var end = i + 1;
        while (t.Mark(end, ',') && t.Tight(end) && t[end + 1] is { Kind: TokenKind.Number, Length: 3, Spaced: false } && value < 1_000_000_000)
        {
            value = (value * 1000) + t[end + 1].Value;
            end += 2;
        }

        if (t.Mark(end, '.') && t.Tight(end) && t.Number(end + 1) && t.Tight(end + 1) && t[end + 1].Length <= 4)
        {
            value = decimal.Parse(string.Create(CultureInfo.InvariantCulture, $"{value}.{t.Of(end + 1)}"), CultureInfo.InvariantCulture);
            end += 2;
        }

        return Scaled(t, new NumberPhrase(i, end, value));
    }

    private static NumberPhrase Scaled(TimeText t, NumberPhrase n) =>
        t.Class(n.End) == WordClass.Cardinal && t[n.End].Value >= 100 && n.Value < 1_000_000
            ? n with
            {
                End = n.End + 1,
                Value = n.Value * t[n.End].Value,
            }
            : n;

    /// <summary>"twenty-five", "two hundred and fifty", "a hundred".</summary>
    private static NumberPhrase? Words(TimeText t, int i)
    {
        decimal total = 0, part = 0;
        var end = i;
        if (t.IsAny(i, "a", "an"))
        {
            if (!(t.Class(i + 1) == WordClass.Cardinal && (t[i + 1].Value >= 100 || t.Is(i + 1, "dozen"))))
            {
                return new NumberPhrase(i, i + 1, 1);
            }

            part = 1;
            end = i + 1;
        }

        for (; ; end++)
        {
            if (t.Class(end) != WordClass.Cardinal)
            {
                var joins = end > i && (t.Hyphen(end) || (t.Is(end, "and") && part >= 100)) && t.Class(end + 1) == WordClass.Cardinal
                    && t[end + 1].Value is > 0 and < 100;
                if (!joins)
                {
                    break;
                }

                end++;
            }

            decimal value = t[end].Value;
            if (value >= 1000)
            {
                total += (part == 0 ? 1 : part) * value;
                part = 0;
            }
            else if (value == 100 || t.Is(end, "dozen"))
            {
                part = (part == 0 ? 1 : part) * value;
            }
            else
            {
                part += value;
            }

            if (total > 1_000_000_000)
            {
                return null;
            }
        }

        return end > i ? new NumberPhrase(i, end, total + part) : null;
    }

    /// <summary>"two and a half", "two-and-a-half".</summary>
    private static NumberPhrase Half(TimeText t, NumberPhrase n)
    {
        var i = t.Hyphen(n.End) ? n.End + 1 : n.End;
        if (!t.Is(i, "and"))
        {
            return n;
        }

        i += t.Hyphen(i + 1) ? 2 : 1;
        if (t.Is(i, "a"))
        {
            i += t.Hyphen(i + 1) ? 2 : 1;
        }

        return t.Is(i, "half") ? n with { End = i + 1, Value = n.Value + 0.5m } : n;
    }
}
