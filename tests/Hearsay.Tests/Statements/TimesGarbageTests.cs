using System.Text;
using Hearsay.Statements;

namespace Hearsay.Tests.Statements;

public sealed class TimesGarbageTests
{
    private static readonly DateOnly Day = new(2023, 6, 15);

    public static TheoryData<string, string> Garbage() => new()
    {
        { "nothing", "" },
        { "one mark", "-" },
        { "digits", new string('9', 200_000) },
        { "no space", new string('a', 1_000_000) },
        { "quotes", new string('"', 10_000) },
        { "apostrophes", string.Concat(Enumerable.Repeat("'90 ", 10_000)) },
        { "right to left", "في 5 مايو 2023 עד 7 במאי" },
        { "surrogates", "\uD800 5 \uDC00May\uD83D\uDE00 2023" },
        { "numbers", string.Concat(Enumerable.Repeat("twenty-", 50_000)) },
        { "days", string.Concat(Enumerable.Repeat("5 and 6 and ", 30_000)) + "May" },
        { "units", string.Concat(Enumerable.Repeat("1 hour, 2 minutes and ", 30_000)) },
        { "by May", string.Concat(Enumerable.Repeat("by May, ", 30_000)) },
        { "first of", string.Concat(Enumerable.Repeat("the end of ", 30_000)) + "2023" },
        { "impossible dates", "31/31/2023 2023-02-30 0000-00-00 30 February 2023 9999999999 BC 99 May 0 BC 1 January 1 BC Monday, 32 May" },
    };

    [Theory]
    [MemberData(nameof(Garbage))]
    [Trait("Lane", "slow")]
    public void Garbage_is_read_without_exception_and_every_span_lies_in_the_text(string name, string text)
    {
        foreach (var day in new DateOnly?[] { Day, null, DateOnly.MinValue, DateOnly.MaxValue })
        {
            var end = 0;
            foreach (var time in TimeReader.Read(text, day))
            {
                Assert.True(time.Span.Start >= end && time.Span.Length > 0 && time.Span.End <= text.Length, name);
                end = time.Span.End;
            }
        }
    }

    [Fact]
    public void Random_bytes_and_random_words_of_time_are_read_without_exception()
    {
        var random = new Random(20230615);
        var bytes = new byte[100_000];
        random.NextBytes(bytes);
        string[] words =
        [
            "last", "next", "the", "5", "19", "2023", "May", "Monday", "years", "ago", "of", "and", "-", ",", ".", "night", "1,200", "early",
            "winter", "Christmas", "p.m.", ":", "century", "before", "quarter", "first",
            "\n",
            "in", "9999", "million", "BC", "half", "Q3", "31",
        ];
        var mix = new StringBuilder();
        for (var i = 0; i < 60_000; i++)
        {
            mix.Append(words[random.Next(words.Length)]).Append(random.Next(4) == 0 ? "" : " ");
        }

        foreach (
            var text in new[] { Encoding.UTF8.GetString(bytes), Encoding.Latin1.GetString(bytes), Encoding.Unicode.GetString(bytes), mix.ToString() }
        )
        {
            foreach (var day in new DateOnly?[] { Day, null, DateOnly.MinValue, DateOnly.MaxValue })
            {
                Assert.All(TimeReader.Read(text, day), t => Assert.True(t.Span.End <= text.Length));
            }
        }
    }
}
