using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>
/// The end of a page: who the author is, who helped, where else to read. These are told by their form and by their place: from the last paragraphs
/// upwards, as long as one after the other is furniture.
/// </summary>
internal static partial class PageTail
{
    private const int LongestTail = 12;

    /// <summary>
    /// True where a line says who somebody of the trade is and where to follow or reach them: that is a biography wherever it stands.
    /// </summary>
    public static bool IsBiography(string line) =>
        line.Length <= 500 && Biography().IsMatch(line) && Reachable().IsMatch(line) && !FunctionWord().IsMatch(line);

    /// <summary>Marks the lines in place; <paramref name="people"/> are the report's authors as far as they are known.</summary>
    public static void Mark(List<Block> blocks, ImmutableArray<string> people)
    {
        for (var i = blocks.Count - 1; i > 0 && i >= blocks.Count - LongestTail; i--)
        {
            if (!blocks[i].IsBody) continue;
            if (KindAtEnd(blocks[i].Text, people) is not { } kind) break;
            blocks[i] = blocks[i] with { Kind = kind };
        }
    }

    private static DroppedKind? KindAtEnd(string line, ImmutableArray<string> people)
    {
        if (line.Length > 700 || line.AsSpan().ContainsAny("“”")) return null;
        if (people.Any(name => line.StartsWith(name, StringComparison.OrdinalIgnoreCase) && OfAuthor().IsMatch(line.AsSpan(name.Length))))
            return DroppedKind.Bio;
        if (Biography().IsMatch(line) && !FunctionWord().IsMatch(line)) return DroppedKind.Bio;
        if (Helpers().IsMatch(line)) return DroppedKind.Other;
        return null;
    }

    [GeneratedRegex(
        @"^(?:[-–—•] ?)?(?:[A-Z][\w.'’-]+ (?:[A-Z][\w.'’-]*\.? |de |van |von |al-){0,3}(?:[A-Z][\w.'’-]+)?|He|She|They|The author|The writer),? ?(?:(?:[\w ,'’&-]{0,60}), )?(?:is|was|are|has been|covers|reports|writes|works|joined|focuses|specialises|specializes|can be reached|edits|leads) .{0,200}?\b(?:reporter|correspondent|editor|journalist|columnist|writer|author|producer|contributor|freelance|fellow|professor|analyst|anchor|intern|bureau chief|newsroom|newspaper|magazine|covers|covering|reporting|writes|blog|beat|based in|joined)\b|^(?:[A-Z][\w.'’-]+ ){2,4}(?:covers|edits|writes about|reports on) [^.“”""]{3,80} for (?:the )?[A-Z][^.“”""]{1,40}\."
    )]
    private static partial Regex Biography();

    [GeneratedRegex(@"^(?:,.{1,60},)? (?:is|was|has|covers|writes|reports|edits|edited|joined|lives|works|leads|can be|grew up|spent)\b")]
    private static partial Regex OfAuthor();

    [GeneratedRegex(
        @"^(?:But|And|The (?!author|writer)|In|On|At|A|An|It|This|That|There|When|While|After|Before|Some|Many|Most|Every|Each|As|If|For|From|With|Its|His|Her|Their|Our|We)\b"
    )]
    private static partial Regex FunctionWord();

    [GeneratedRegex(@"\b(?:[Ff]ollow|[Rr]ead|[Rr]each|[Cc]ontact|[Ee]mail) (?:him|her|them|his|other|more)\b|@\w{3,}")]
    private static partial Regex Reachable();

    [GeneratedRegex(
        @"^(?:\(?(?:[A-Z][\w.'’-]+ ){1,4}(?:in|from|of|and|at|reported|contributed)\b[^.]{0,60}\b(?:contributed|reported from|reporting)\b.{0,200})$|^[A-Z]\w+ reported from [A-Z][^.]{2,60}[.;]|^(?:Associated Press|AP|Reuters|AFP|Bloomberg)(?: \w+){0,3} (?:writers?|journalists?|reporters?|correspondents?|staff)\b.{0,300}\bcontributed\b"
    )]
    private static partial Regex Helpers();
}
