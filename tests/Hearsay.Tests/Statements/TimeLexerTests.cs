using System.Text;
using Hearsay.Statements.Times;

namespace Hearsay.Tests.Statements;

/// <summary>Cut 64 characters at a time, a text has the tokens that it has character by character.</summary>
public sealed class TimeLexerTests
{
    private const string Characters = "ab Zé\n\t.,-'’“”$5670 \u00A0\u0085ßſK漢\uD83D\uDE00\0/:()";

    [Fact]
    public void Texts_of_all_lengths_are_cut_as_character_by_character()
    {
        var random = new Random(5);
        for (var length = 0; length < 400; length++)
        {
            var text = new StringBuilder();
            while (text.Length < length) text.Append(Characters[random.Next(Characters.Length)], random.Next(8) == 0 ? random.Next(90) : 1);
            using var lexer = TimeLexer.Read(text.ToString());
            Assert.Equal(
                Slowly(text.ToString()),
                Enumerable.Range(0, lexer.Count).Select(i => lexer.Tokens[i]).Select(t => (t.Start, t.End, t.Kind, t.Value, t.Spaced))
            );
        }
    }

    [Theory]
    [InlineData("September", "Month", 9)]
    [InlineData("MONDAYS", "Weekday", 1)]
    [InlineData("aT", "None", 0)]
    [InlineData("Tuesdaz", "None", 0)]
    [InlineData("ſecond", "None", 0)]
    [InlineData("noon", "Noon", 12)]
    [InlineData("Remembrance", "Holiday", 0)]
    public void Words_of_the_list_are_found_in_any_case(string word, string kind, int value)
    {
        using var lexer = TimeLexer.Read(word);
        Assert.Equal((kind, value, kind == "None" ? 0 : 1), (lexer.Tokens[0].Class.ToString(), lexer.Tokens[0].Value, lexer.Candidates.Length));
    }

    [Fact]
    public void Rules_begin_at_numbers_and_words_of_the_list_and_lines_end_at_line_feeds()
    {
        using var lexer = TimeLexer.Read("In Q3 of 2021,\nthe future\r\nbegan at noon.");
        Assert.Equal(
            ["Q", "3", "2021", "future", "noon"],
            lexer.Candidates.ToArray().Select(i => "In Q3 of 2021,\nthe future\r\nbegan at noon."[lexer.Tokens[i].Start..lexer.Tokens[i].End])
        );
        Assert.Equal([14, 26], lexer.LineEnds.ToArray().Select(i => lexer.Tokens[i].Start));
    }

    private static List<(int Start, int End, TokenKind Kind, int Value, bool Spaced)> Slowly(string text)
    {
        var tokens = new List<(int, int, TokenKind, int, bool)>();
        var spaced = true;
        for (var i = 0; i < text.Length;)
        {
            var (start, kind, value) = (i++, TokenKind.Mark, 0);
            if (IsLetter(text[start]))
            {
                while (i < text.Length && IsLetter(text[i])) i++;
                kind = TokenKind.Word;
            }
            else if (char.IsAsciiDigit(text[start]))
            {
                while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
                (kind, value) = (TokenKind.Number, i - start > 9 ? -1 : int.Parse(text[start..i], System.Globalization.CultureInfo.InvariantCulture));
            }
            else if (text[start] == '\n')
            {
                (kind, spaced) = (TokenKind.Break, true);
            }
            else if (text[start] <= ' ' || char.IsWhiteSpace(text[start]))
            {
                spaced = true;
                continue;
            }

            tokens.Add((start, i, kind, value, spaced));
            spaced = kind == TokenKind.Break;
        }

        return tokens;
    }

    private static bool IsLetter(char c) => char.IsAsciiLetter(c) || (c > 127 && char.IsLetter(c));
}
