using System.Text;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Statements.Attributions;

namespace Hearsay.Tests.Statements;

public sealed class AttributionGarbageTests
{
    public static TheoryData<string, string> Garbage() => new()
    {
        { "nothing", "" },
        { "one word", "said" },
        { "cues only", string.Concat(Enumerable.Repeat("said ", 20_000)) },
        { "quotes", new string('"', 10_000) },
        { "opening quotes", string.Concat(Enumerable.Repeat("“said ", 5_000)) },
        { "according", string.Concat(Enumerable.Repeat("according to ", 10_000)) },
        { "commas", string.Concat(Enumerable.Repeat(", he said", 10_000)) },
        { "colons", string.Concat(Enumerable.Repeat("A: ", 10_000)) },
        { "right to left", "אמר \"שלום\" said قال" },
        { "surrogates", "\uD800 said \uDC00 that \uD83D\uDE00" },
        { "that", string.Concat(Enumerable.Repeat("he said that ", 10_000)) },
        { "names", string.Concat(Enumerable.Repeat("Ana Ruiz said. ", 3_000)) },
    };

    [Theory]
    [MemberData(nameof(Garbage))]
    [Trait("Lane", "slow")]
    public void Garbage_is_read_without_exception_and_every_span_lies_in_the_text(string name, string text)
    {
        var reading = LanguageReader.Read(new Article { Id = "garbage", Text = text });
        foreach (var a in AttributionReader.Read(reading, AttributionScope.All))
        {
            var spans = a.Content.Append(a.Source ?? default).Append(a.Cue ?? default);
            Assert.All(spans, s => Assert.True(s.Start >= 0 && s.Length >= 0 && s.End <= text.Length, name));
        }
    }

    [Theory]
    [InlineData(4711)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_words_of_speech_are_read_without_exception(int seed)
    {
        var random = new Random(seed);
        string[] words =
        [
            "said", "he", "“", "”",
            "\"",
            "that", ",", ".", "according", "to", "who", "Ana", "Ruiz", "told", "the", "mayor", ":",
            "\n\n",
            "not", "was", "accused", "of", "claim", "and", "but", "—", "(", ")", "'s", "did", "respond", "comment", "for",
        ];
        var mix = new StringBuilder();
        for (var i = 0; i < 12_000; i++) mix.Append(words[random.Next(words.Length)]).Append(random.Next(5) == 0 ? "" : " ");
        var text = mix.ToString();
        Assert.All(
            AttributionReader.Read(LanguageReader.Read(new Article { Id = "mix", Text = text }), AttributionScope.All),
            a => Assert.All(a.Content, c => Assert.True(c.Length > 0 && c.End <= text.Length))
        );
    }
}
