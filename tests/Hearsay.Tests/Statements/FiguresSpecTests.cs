using System.Globalization;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Statements.Figures;

namespace Hearsay.Tests.Statements;

/// <summary>Runs the tables of Specs/figures.md.</summary>
public sealed class FiguresSpecTests
{
    public static TheoryData<string, string> Lines()
    {
        var lines = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Repository.At("tests", "Hearsay.Tests", "Specs", "figures.md")))
            if (line.StartsWith("| ", StringComparison.Ordinal) && line.Split('|') is { Length: 4 } cells && cells[1].Trim() != "sentence")
                lines.Add(cells[1].Trim(), cells[2].Trim());
        return lines;
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_spec_holds(string sentence, string found) =>
        Assert.Equal(found, string.Join("; ", Read(sentence).Select(f => Show(sentence, f))));

    public static TheoryData<string, string, string> Contexts()
    {
        var lines = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Repository.At("tests", "Hearsay.Tests", "Specs", "figures.md")))
            if (line.StartsWith("| ", StringComparison.Ordinal) && line.Split('|') is { Length: 5 } cells && cells[1].Trim() != "sentence")
                lines.Add(cells[1].Trim(), cells[2].Trim(), cells[3].Trim());
        return lines;
    }

    /// <summary>Where, as of when, according to whom: by the whole stage, with its own times and attributions.</summary>
    [Theory]
    [MemberData(nameof(Contexts))]
    public void The_spec_of_contexts_holds(string sentence, string day, string found)
    {
        var report = Reader.Read(new Article { Id = "a", Text = sentence, Published = new PublicationDate(day, DateBasis.Stated, []) });
        Assert.Equal(
            found,
            string.Join("; ", report.Figures.Select(f => $"{f.Span.Of(sentence)} = {f.Where ?? "-"}, {f.AsOf ?? "-"}, {f.AccordingTo ?? "-"}"))
        );
    }

    [Fact]
    public void Ids_are_unique_and_begin_with_the_article()
    {
        var figures = Read("Nine boats and 14 nets were lost, and 60 men came home.");
        Assert.Equal(["a-f1", "a-f2", "a-f3"], figures.Select(f => f.Id));
    }

    [Theory]
    [InlineData("https://www.fjordpost.no/a", "NOK")]
    [InlineData("https://www.moldauzeitung.cz/a", "CZK")]
    [InlineData("https://www.coastdaily.com/a", "crowns")]
    [InlineData("https://www.coastdaily.co.uk/a", "crowns")]
    [InlineData(null, "crowns")]
    public void A_bare_name_of_money_is_that_of_the_outlets_country(string? url, string unit)
    {
        var reading = LanguageReader.Read(new Article { Id = "a", Url = url, Text = "Solmar will spend 40 million crowns on sirens." });
        Assert.Equal(unit, Assert.Single(FigureReader.Read(reading, [], [])).Unit);
    }

    [Fact]
    public void The_giver_is_the_speaker_of_the_outermost_attribution()
    {
        const string Text = "The union expects 900 strikers, its lawyer said.";
        var reading = LanguageReader.Read(new Article { Id = "a", Text = Text });
        Attribution Of(string id, string speaker, string content) =>
            new()
            {
                Id = id,
                Kind = SpeechKind.Indirect,
                Speaker = speaker,
                Content = [new(Text.IndexOf(content, StringComparison.Ordinal), content.Length)],
            };
        var figures = FigureReader.Read(reading, [], [Of("1", "the union", "900 strikers"), Of("2", "the lawyer", "The union expects 900 strikers")]);
        Assert.Equal("the lawyer", Assert.Single(figures).AccordingTo);
    }

    [Fact]
    public void Who_puts_a_figure_at_a_number_gives_it()
    {
        const string Text = "The harbour master says that 30 boats sank, while the insurers have put the figure higher, at up to 60.";
        var reading = LanguageReader.Read(new Article { Id = "a", Text = Text });
        var said = new Attribution
        {
            Id = "1",
            Kind = SpeechKind.Indirect,
            Speaker = "the harbour master",
            Source = new(0, 18),
            Content = [new(Text.IndexOf("that", StringComparison.Ordinal), Text.Length - 25)],
        };
        Assert.Equal(["the harbour master", "the insurers"], FigureReader.Read(reading, [], [said]).Select(f => f.AccordingTo));
    }

    [Fact]
    public void A_number_that_the_times_know_as_a_date_is_no_figure()
    {
        const string Text = "The strike began on the 14 of that month and hit 30 mines.";
        var reading = LanguageReader.Read(new Article { Id = "a", Text = Text });
        var figures = FigureReader.Read(reading, [new TimeExpression(new(Text.IndexOf("the 14", StringComparison.Ordinal), 20), "2031-05-14")], []);
        Assert.Equal(30, Assert.Single(figures).Low);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1,")]
    [InlineData("hundred and ")]
    [InlineData("two hundred and ")]
    [InlineData("at least more than ")]
    [InlineData("$ € £")]
    [InlineData("10-20-")]
    [InlineData("½/3 %")]
    [InlineData("\uD83D\uDE00 5 \u202E")]
    [InlineData("http://a.b/1 www.")]
    [Trait("Lane", "slow")]
    public void Garbage_is_survived(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length));
        foreach (var figure in Read(text)) Assert.InRange(figure.Span.End, 1, text.Length);
    }

    /// <summary>Found by fuzzing: the product is no decimal.</summary>
    [Theory]
    [InlineData("It is 240844863535008096310 million now.")]
    [InlineData("79228162514264337593543950335bn dollars are owed, and hundred and 79228162514264337593543950335 more.")]
    [InlineData("They owe 99999999999999999999 lakh crore rupees, or 99999999999999999999 thousand crore.")]
    [InlineData("A plot of 99999999999999999999 and a half trillion miles, 99999999999999999999ft 99999999999999999999in.")]
    [InlineData("It cost 99999999999999999999 dollars quadrillion, no, 99999999999999999999 point five quadrillion.")]
    [InlineData("1 in 0.0000000000000000000000000001 of 99999999999999999999 and 1/0 were hurt.")]
    public void Numbers_beyond_all_bounds_are_no_fault(string text) => Assert.All(Read(text), f => Assert.True(f.Low is null || f.High is null || f.Low <= f.High));

    [Fact]
    public void A_length_beyond_all_bounds_can_be_compared() =>
        Assert.True(UnitTable.ToSi(UnitTable.Named("light-years")!, 1e20m) > UnitTable.ToSi(UnitTable.Named("miles")!, 1e20m));

    private static IReadOnlyList<Figure> Read(string text) => FigureReader.Read(LanguageReader.Read(new Article { Id = "a", Text = text }), [], []);

    private static string Show(string text, Figure figure) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{figure.Span.Of(text)} = {Number(figure.Low)}..{Number(figure.High)} {Name(figure.Qualifier)} {figure.Unit}{(figure.Counted is null ? "" : $" ({figure.Counted})")}"
        );

    private static string Number(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    private static string Name(FigureQualifier qualifier) => qualifier switch
    {
        FigureQualifier.AtLeast => "at-least",
        FigureQualifier.MoreThan => "more-than",
        FigureQualifier.UpTo => "up-to",
        FigureQualifier.LessThan => "less-than",
        _ => qualifier.ToString().ToLowerInvariant(),
    };
}
