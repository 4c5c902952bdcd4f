namespace Hearsay.Statements.Times;

/// <summary>Cuts a text into the tokens that the time rules look at: runs of letters, runs of digits, single marks, ends of lines. One pass.</summary>
internal static class TimeLexer
{
    /// <summary>All tokens in order.</summary>
    public static List<TimeToken> Read(string text)
    {
        var tokens = new List<TimeToken>((text.Length / 5) + 4);
        var spaced = true;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            var start = i;
            if (char.IsAsciiLetter(c) || (c > 127 && char.IsLetter(c)))
            {
                while (++i < text.Length && (char.IsAsciiLetter(text[i]) || (text[i] > 127 && char.IsLetter(text[i]))))
                {
                }

                var (kind, value) = TimeLexicon.Find(text.AsSpan(start, i - start));
                tokens.Add(new TimeToken(start, i, TokenKind.Word, kind, value, spaced));
                spaced = false;
            }
            else if (char.IsAsciiDigit(c))
            {
                i = EndOfDigits(text, i, out var value);
                tokens.Add(new TimeToken(start, i, TokenKind.Number, WordClass.None, value, spaced));
                spaced = false;
            }
            else
            {
                i++;
                if (c == '\n')
                {
                    tokens.Add(new TimeToken(start, i, TokenKind.Break, WordClass.None, 0, true));
                    spaced = true;
                }
                else if (c <= ' ' || char.IsWhiteSpace(c))
                {
                    spaced = true;
                }
                else
                {
                    tokens.Add(new TimeToken(start, i, TokenKind.Mark, WordClass.None, 0, spaced));
                    spaced = false;
                }
            }
        }

        return tokens;
    }

    private static int EndOfDigits(string text, int i, out int value)
    {
        var start = i;
        value = 0;
        for (; i < text.Length && char.IsAsciiDigit(text[i]); i++)
        {
            value = i - start < 9 ? (value * 10) + (text[i] - '0') : -1;
        }

        return i;
    }
}
