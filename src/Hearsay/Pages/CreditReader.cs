using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>
/// What stands around a report in, the agencies that it credits for its text out: by a dateline, a byline, a line such as "with files from", a
/// copyright line. The credit of a picture is none of these. A line "(Reporting by ...; Editing by ...)" is the signature of one agency alone and
/// names it without a name.
/// </summary>
internal static partial class CreditReader
{
    /// <summary>The agencies in the order in which they are first credited.</summary>
    public static ImmutableArray<string> Read(ImmutableArray<Block> blocks, IEnumerable<Dateline> datelines, IEnumerable<string> byline)
    {
        var lines = blocks
            .Where(b => b.Kind is DroppedKind.Other && b.Text.Length < 600)
            .SelectMany(b => Signature().IsMatch(b.Text) && Agencies.In(b.Text).IsEmpty ? ["Reuters"] : FromLine(b.Text));
        return
        [
            .. byline
                .Concat(datelines.Select(d => d.Agency is { } name ? Agencies.Of(name) : null).OfType<string>())
                .Concat(lines)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> FromLine(string line)
    {
        if (Agencies.Of(line) is { } alone) return [alone];
        if (Agencies.Signing(line) is { IsEmpty: false } signing) return signing;
        return Crediting().IsMatch(line) ? Agencies.In(line) : [];
    }

    [GeneratedRegex(
        @"^[([]?(?:Additional )?(?:Rep[a-z]+|Writing) by [^;,]{2,200}[;,] ?(?:[A-Z]\w+ ){0,3}(?:[Rr]eporting|[Ww]riting|[Ee]dit\w{2,4}) "
    )]
    private static partial Regex Signature();

    [GeneratedRegex(
        @"\b(?:[Ww]ith (?:files|inputs?|reporting|additional|agencies|wires|material)|[Cc]ontribut|[Rr]eporting|[Cc]opyright|©|[Aa]gencies|[Pp]rovided by|[Ff]rom|[Ww]ire|By|BY|[Ss]ource)\b|^[—–-]"
    )]
    private static partial Regex Crediting();
}
