namespace Hearsay.Statements.Times;

/// <summary>What a token of the light lexing is made of.</summary>
internal enum TokenKind : byte
{
    /// <summary>The end of a line; also what lies before the first and after the last token.</summary>
    Break,

    /// <summary>A run of letters.</summary>
    Word,

    /// <summary>A run of digits.</summary>
    Number,

    /// <summary>One other character.</summary>
    Mark,
}

/// <summary>The classes of the words of time (Data/time-words.txt).</summary>
internal enum WordClass : byte
{
    None, Month, Weekday, Unit, Weekend, Season, Daypart, Day, Noon, Clock, Past, Cardinal, Ordinal, Vague, Decade, Set, Reference, Holiday,
}

/// <summary>
/// A run of letters, a run of digits, or a mark. <paramref name="Value"/> is the number of a run of digits (-1 above nine digits) or what the word
/// list gives;
/// <paramref name="Spaced"/> says whether white space stands before it, <paramref name="OpensHoliday"/> whether the names of holidays begin with the
/// word.
/// </summary>
internal readonly record struct TimeToken(int Start, int End, int Value, TokenKind Kind, WordClass Class, bool Spaced, bool OpensHoliday)
{
    /// <summary>Number of characters.</summary>
    public int Length => End - Start;
}
