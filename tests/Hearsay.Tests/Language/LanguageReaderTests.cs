using Hearsay.Cast;
using Hearsay.Language;
using Hearsay.Model;

namespace Hearsay.Tests.Language;

public sealed class LanguageReaderTests
{
    internal static Reading Read(string text) => LanguageReader.Read(new Article { Id = "x", Text = text });

    private static string Tokens(string text) => string.Join(' ', Read(text).Tokens.Select(t => t.Form));

    private static string Sentences(string text) => string.Join(" ¦ ", Read(text).Sentences.Select(s => s.Span.Of(text)));

    [Theory]
    [InlineData("They don't know the mayor's plan.", "They do n't know the mayor 's plan .")]
    [InlineData("“We’ll pay $2.5m,” she said.", "“ We ’ll pay $ 2.5 m , ” she said .")]
    [InlineData("The long-term plan (a co-operative one) costs 40%.", "The long - term plan ( a co-operative one ) costs 40 % .")]
    [InlineData("Mr. Orlov met Gen. Haas on Oct. 3 at 5:30pm.", "Mr. Orlov met Gen. Haas on Oct. 3 at 5:30 pm .")]
    [InlineData(
        "See https://tolland.example/news?id=4, or write to desk@tolland.example.",
        "See https://tolland.example/news?id=4 , or write to desk@tolland.example ."
    )]
    [InlineData("It rose from 1,200 to 3,450—a record.", "It rose from 1,200 to 3,450 — a record .")]
    [InlineData("You cannot miss the U.S. team.", "You can not miss the U.S. team .")]
    public void Cuts_words_as_the_treebanks_do(string text, string expected) => Assert.Equal(expected, Tokens(text));

    [Theory]
    [InlineData("Dr. Vale left at 6 p.m. She did not return.", "Dr. Vale left at 6 p.m. ¦ She did not return.")]
    [InlineData("He moved to the U.S. in May. Others stayed.", "He moved to the U.S. in May. ¦ Others stayed.")]
    [InlineData("“Why now?” she asked. Nobody answered.", "“Why now?” she asked. ¦ Nobody answered.")]
    [InlineData("“It is over.” The crowd cheered.", "“It is over.” ¦ The crowd cheered.")]
    [InlineData("Prices fell 3.5 percent. Wages rose.", "Prices fell 3.5 percent. ¦ Wages rose.")]
    [InlineData("A headline without a mark\n\nThe text begins.", "A headline without a mark ¦ The text begins.")]
    [InlineData("1. Boil water. 2. Add salt.", "1. Boil water. ¦ 2. Add salt.")]
    [InlineData("It was closed. At 5 a.m. Mr. Orlov went to the gate.", "It was closed. ¦ At 5 a.m. Mr. Orlov went to the gate.")]
    [InlineData("Shortly before 4 p.m. Dr. Haas was called. Nobody came.", "Shortly before 4 p.m. Dr. Haas was called. ¦ Nobody came.")]
    [InlineData("By 11 p.m. Captain Vale had left.", "By 11 p.m. Captain Vale had left.")]
    [InlineData("The gate opened at 5 a.m. Mr. Orlov was late.", "The gate opened at 5 a.m. ¦ Mr. Orlov was late.")]
    [InlineData("The song stayed No. 1. Critics hated it.", "The song stayed No. 1. ¦ Critics hated it.")]
    [InlineData("It ends on Aug. 9. It began on Feb. 2. Tickets are gone.", "It ends on Aug. 9. ¦ It began on Feb. 2. ¦ Tickets are gone.")]
    [InlineData("She won race No. 7. Others fell behind.", "She won race No. 7. ¦ Others fell behind.")]
    [InlineData("They sued Jumbo! Ltd. in Osk. It won.", "They sued Jumbo! Ltd. in Osk. ¦ It won.")]
    [InlineData("Shares of Wow! Corp. fell, those of Zing! Inc. rose.", "Shares of Wow! Corp. fell, those of Zing! Inc. rose.")]
    [InlineData("“Stop!” Co-workers ran. What a night! Corporal Vale slept.", "“Stop!” ¦ Co-workers ran. ¦ What a night! ¦ Corporal Vale slept.")]
    public void Splits_sentences(string text, string expected) => Assert.Equal(expected, Sentences(text));

    [Theory]
    [InlineData("“We won,” he said, “and they lost.”", "“We won,”|“and they lost.”")]
    [InlineData("\"We won,\" he said.", "\"We won,\"")]
    [InlineData("'We can't lose,' said the coach.", "'We can't lose,'")]
    [InlineData("The ministers' plan isn't new.", "")]
    [InlineData("She called it “a ‘gift’ to nobody” again.", "“a ‘gift’ to nobody”")]
    public void Matches_quotation_marks(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Read(text).Quotations.Select(q => q.Span.Of(text))));

    [Fact]
    public void A_quotation_goes_on_in_the_next_paragraph()
    {
        var reading = Read("“We began early.\n\n“We ended late,” she said.");
        Assert.Equal(2, reading.Quotations.Length);
        Assert.False(reading.Quotations[0].Closed);
        Assert.Equal(0, reading.Quotations[1].Continues);
        Assert.True(reading.Quotations[1].Closed);
    }

    [Fact]
    public void Finds_the_subject_of_a_verb()
    {
        var reading = Read("The old mayor told reporters that the bridge had been closed.");
        var told = reading.Tokens.Single(t => t.Form == "told").Index;
        var closed = reading.Tokens.Single(t => t.Form == "closed").Index;
        Assert.Equal("The old mayor", reading.NounPhrase(reading.Subject(told)).Of(reading.Text));
        Assert.True(reading.IsPassive(closed));
        Assert.Equal(told, reading.Tokens[closed].Head);
    }

    [Fact]
    public void The_same_text_gives_the_same_reading()
    {
        const string text = "Ana Ruiz, the mayor of Tolland, said on Monday she would resign. “I am tired,” Ruiz said.";
        Assert.Equal(Read(text).Tokens, Read(text).Tokens);
        Assert.Equal(Read(text).Names, Read(text).Names);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n \t ")]
    [InlineData("😀😀😀 🇫🇷👩‍👩‍👧")]
    [InlineData("مرحبا بالعالم. שלום עולם.")]
    [InlineData("((((([[[[[{{{{{")]
    [InlineData("\ud800\udc00\ud800 \0\u0001 ￿")]
    [InlineData("'")]
    [InlineData("... . . . . ..")]
    public void Odd_text_is_read(string text) => AssertSpans(Read(text));

    [Theory]
    [InlineData("x", 200_000)]
    [InlineData("\"", 10_000)]
    [InlineData("'", 10_000)]
    [InlineData("“a ", 10_000)]
    [InlineData("a-", 50_000)]
    [InlineData("1.", 50_000)]
    [InlineData("(", 50_000)]
    [Trait("Lane", "slow")]
    public void Long_runs_are_read(string unit, int times) => AssertSpans(Read(string.Concat(Enumerable.Repeat(unit, times))));

    private static void AssertSpans(Reading reading)
    {
        var end = 0;
        foreach (var token in reading.Tokens)
        {
            Assert.True(token.Span.Start >= end && token.Span.Length > 0 && token.Span.End <= reading.Text.Length);
            Assert.Equal(token.Form, token.Span.Of(reading.Text));
            Assert.InRange(token.Head, -1, reading.Tokens.Length - 1);
            end = token.Span.End;
        }

        Assert.Equal(reading.Tokens.Length, reading.Sentences.Sum(s => s.Count));
        Assert.All(CastReader.Read(reading).All.SelectMany(e => e.Mentions), m => Assert.True(m.Span.Length > 0 && m.Span.End <= reading.Text.Length));
        Assert.All(reading.Quotations, q => Assert.True(q.Span.Contains(q.Inner)));
    }
}
