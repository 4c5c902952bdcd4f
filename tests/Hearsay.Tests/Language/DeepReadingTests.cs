using Hearsay.Briefings.Json;
using Hearsay.Language;
using Hearsay.Language.Encoder;
using Hearsay.Model;
using Hearsay.Tests.Language.Encoder;

namespace Hearsay.Tests.Language;

public sealed class DeepReadingTests
{
    private const string Text =
        "The bridge at Marlow Ferry was reopened on Sunday, Councillor Ann Boyle said. \"It was shut for a year,\" she said.\n\n"
        + "Two lanes are open. The third follows in May, the county council says.";
    private static readonly EncoderModel Encoder = SmallEncoder.Make();
    private static readonly Article Report = new() { Id = "a", Text = Text };

    [Fact]
    public void What_is_remembered_is_what_was_read()
    {
        var first = new DeepReadings(Encoder);
        var read = LanguageReader.Read(Report, first);
        var second = new DeepReadings(Encoder);
        second.Remember(first.Of(Text));
        var remembered = LanguageReader.Read(Report, second);
        Assert.Equal(ReadingDepth.Deep, remembered.Depth);
        Assert.True(first.IsNew(Text));
        Assert.False(second.IsNew(Text));
        Assert.Equal(read.Tokens, remembered.Tokens);
        Assert.Equal(read.Names, remembered.Names);
    }

    [Fact]
    public void The_trees_are_the_encoders_and_whole()
    {
        var (deep, quick) = (LanguageReader.Read(Report, new DeepReadings(Encoder)), LanguageReader.Read(Report));
        Assert.Equal(ReadingDepth.Quick, quick.Depth);
        Assert.Equal(quick.Tokens.Select(t => t.Span), deep.Tokens.Select(t => t.Span));
        Assert.NotEqual(quick.Tokens.Select(t => t.Head), deep.Tokens.Select(t => t.Head));
        foreach (var sentence in deep.Sentences)
        {
            var own = deep.Tokens.AsSpan(sentence.First, sentence.Count).ToArray();
            Assert.Single(own, t => t.Head < 0);
            Assert.All(own, t => Assert.True(t.Head < 0 || t.Head >= sentence.First && t.Head < sentence.First + sentence.Count));
        }
    }

    [Fact]
    public void Bytes_that_are_none_or_of_another_text_or_cut_short_are_passed_over()
    {
        var first = new DeepReadings(Encoder);
        var read = LanguageReader.Read(Report, first);
        var bytes = first.Of(Text)!;
        var second = new DeepReadings(Encoder);
        foreach (var kept in new[] { [], [1, 0, 0], bytes[..9], bytes[..^5], [9, .. bytes[1..]] }) second.Remember(kept);
        Assert.Equal(read.Tokens, LanguageReader.Read(Report, second).Tokens);
        Assert.True(second.IsNew(Text));
        Assert.Null(first.Of("Another text."));
    }

    [Fact]
    public void An_engine_without_an_encoder_reads_quickly_where_it_should_read_deeply()
    {
        var none = new DeepReadings(null);
        Assert.Equal(LanguageReader.Read(Report).Tokens, LanguageReader.Read(Report, none).Tokens);
        Assert.Null(none.Of(Text));
    }

    [Fact]
    public void A_briefing_from_kept_readings_is_that_of_fresh_ones_and_reads_nothing_anew()
    {
        Article[] reports =
        [
            Report, new() { Id = "b", Text = "The Marlow Ferry bridge has opened again after a year, the county council said. Both its lanes are open on Sunday." },
        ];
        var (fresh, kept) = (new DeepReadings(Encoder), new DeepReadings(Encoder));
        var first = JsonBriefing.Write(Reader.Brief(reports, deep: fresh));
        foreach (var report in reports) kept.Remember(fresh.Of(report.Text));
        Assert.Equal(first, JsonBriefing.Write(Reader.Brief(reports, deep: kept)));
        Assert.All(reports, r => Assert.False(kept.IsNew(r.Text)));
        Assert.All(reports, r => Assert.NotNull(Reader.Read(r, kept).Meanings));
    }

    [Fact]
    public void A_briefing_says_how_each_report_was_read_and_does_not_depend_on_their_order()
    {
        Article[] reports = [Report, new() { Id = "b", Text = "The Marlow Ferry bridge is open again, the county council said on Sunday." }];
        var deep = JsonBriefing.Write(Reader.Brief(reports, deep: new DeepReadings(Encoder)));
        Assert.Contains("\"readAs\": \"deep\"", deep, StringComparison.Ordinal);
        Assert.DoesNotContain("\"readAs\": \"quick\"", deep, StringComparison.Ordinal);
        Assert.Equal(deep, JsonBriefing.Write(Reader.Brief([.. reports.Reverse()], deep: new DeepReadings(Encoder))));
        Assert.DoesNotContain("\"readAs\": \"deep\"", JsonBriefing.Write(Reader.Brief(reports)), StringComparison.Ordinal);
    }
}
