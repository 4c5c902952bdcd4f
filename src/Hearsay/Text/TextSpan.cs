namespace Hearsay.Text;

/// <summary>A stretch of an article's text: <paramref name="Start"/> and <paramref name="Length"/> in UTF-16 code units, both at least 0.</summary>
public readonly record struct TextSpan(int Start, int Length) : IComparable<TextSpan>
{
    /// <summary>The first code unit after the stretch.</summary>
    public int End => Start + Length;

    /// <summary>True where nothing is cut out.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>The stretch from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextSpan Between(int start, int end) => new(start, end - start);

    /// <summary>The smallest stretch that holds both.</summary>
    public static TextSpan Cover(TextSpan a, TextSpan b) => Between(Math.Min(a.Start, b.Start), Math.Max(a.End, b.End));

    /// <summary>The words that the stretch cuts out of <paramref name="text"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The stretch does not lie within the text.</exception>
    public string Of(string text) => text.Substring(Start, Length);

    /// <summary>True where <paramref name="offset"/> lies within the stretch.</summary>
    public bool Contains(int offset) => offset >= Start && offset < End;

    /// <summary>True where <paramref name="other"/> lies wholly within the stretch.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>True where the two stretches share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>By start, then the longer one first, so that what holds comes before what is held.</summary>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : other.Length.CompareTo(Length);
}
