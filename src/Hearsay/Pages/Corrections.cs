using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>
/// Paragraphs by which an outlet corrects or clarifies its own report: a label in front, or what was changed of "this story". They are no part of the
/// text.
/// </summary>
internal static partial class Corrections
{
    private const int Longest = 1200;

    /// <summary>Marks them in place.</summary>
    public static void Mark(List<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].IsBody && Is(blocks[i].Text)) blocks[i] = blocks[i] with { Kind = DroppedKind.Other };
        }
    }

    /// <summary>The corrections among what was dropped, in the order of the page.</summary>
    public static ImmutableArray<string> In(ImmutableArray<Block> blocks) =>
        [.. blocks.Where(b => b.Kind == DroppedKind.Other && Is(b.Text)).Select(b => b.Text).Distinct(StringComparer.Ordinal)];

    /// <summary>True where the whole line corrects or clarifies.</summary>
    public static bool Is(string line) => line.Length is > 20 and <= Longest && (Labelled().IsMatch(line) || Described().IsMatch(line));

    [GeneratedRegex(
        @"^[*(\[ ]{0,3}(?:CORRECTIONS?|Corrections?|CLARIFICATIONS?|Clarifications?|Corrections? and clarifications?|Editor['’]s note)(?: \([^()]{1,40}\)| [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?| \d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?| of [A-Z]\w+ \d{1,2}(?:, \d{4})?)?,? ?[:–—-]"
    )]
    private static partial Regex Labelled();

    [GeneratedRegex(
        @"^[*(\[ ]{0,3}(?:An|The|A) (?:earlier|previous|original|initial|prior) (?:version|edition) of (?:this|the) (?:story|article|report|piece|post|page|headline|caption)\b|^[*(\[ ]{0,3}(?:This|The) (?:story|article|report|piece|post|headline|page|version)(?: above)? (?:was|has been|is) (?:\w+ )?(?:corrected|amended|clarified)\b|^[*(\[ ]{0,3}(?:This|The) (?:story|article|report|piece|post) (?:was|has been) (?:updated|edited|changed|revised) (?:(?:on|at) [^.]{3,40} )?(?:to (?:correct|clarify|reflect|remove|make clear|say)|because)\b"
    )]
    private static partial Regex Described();
}
