using System.Text.RegularExpressions;
using Hearsay.Briefings;
using Hearsay.Briefings.Terminal;

namespace Hearsay.Tests.Briefings;

public sealed partial class TerminalBriefingTests
{
    private static readonly string Page = TerminalBriefing.Write(LockStory.Document, colour: false);

    [GeneratedRegex("\u001b\\[[0-9]+m")]
    private static partial Regex Colour { get; }

    [Fact]
    public void No_line_is_wider_than_80_columns() =>
        Assert.DoesNotContain(Page.Split('\n'), line => PlainText.Columns(line) > 80);

    [Fact]
    public void Hostile_text_neither_widens_a_line_nor_moves_the_cursor()
    {
        var page = TerminalBriefing.Write(HostileStory.Document, colour: false);
        Assert.DoesNotContain(page.Split('\n'), line => PlainText.Columns(line) > 80);
        Assert.DoesNotContain(page, c => c != '\n' && char.IsControl(c));
        Assert.DoesNotContain('\u202E', page);
    }

    [Fact]
    public void Without_colour_there_is_no_escape_sequence_and_with_it_the_same_words()
    {
        var coloured = TerminalBriefing.Write(LockStory.Document, colour: true);
        Assert.DoesNotContain('\u001b', Page);
        Assert.Contains('\u001b', coloured);
        Assert.Equal(Squeezed(Page), Squeezed(Colour.Replace(coloured, "")));
    }

    [Fact]
    public void Citations_point_to_report_and_paragraph_and_the_reports_are_listed()
    {
        Assert.Contains("[1¶1][2¶1][3¶1]", Page, StringComparison.Ordinal);
        Assert.Contains("  [1] Brennholm Herald, 9 April 2031, “Lock gate gives way at Brennholm”", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_stand_on_one_scale()
    {
        Assert.Contains("How many barges were damaged? ≠ they differ", Page, StringComparison.Ordinal);
        Assert.Contains("“At least 14”        ●──────────────────›", Page, StringComparison.Ordinal);
        Assert.Contains("“About 20”           ··············●·····", Page, StringComparison.Ordinal);
        Assert.Contains("“up to 22”           ‹──────────────────●", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Altered_words_of_a_quote_are_marked() =>
        Assert.Contains("We saw the gate bend [-for a week, and-] {+…+} nobody would sign", Squeezed(Page), StringComparison.Ordinal);

    [Fact]
    public void What_could_not_be_read_is_named() => Assert.Contains("noise.bin: not text", Page, StringComparison.Ordinal);

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
