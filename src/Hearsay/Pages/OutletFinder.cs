using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>
/// Who published a report, where no metadata says it: the outlet at the host of its address, else the name in the outlet's own small print
/// ("agree to X's Terms", "covers courts for X", "X's live briefing"), else the known host that its file is called after. Null where none of these
/// is there; agencies' copyright lines name the agency, not the outlet.
/// </summary>
internal static partial class OutletFinder
{
    /// <summary>The outlet, or null.</summary>
    public static string? Find(string? url, string? path, ImmutableArray<Block> blocks) =>
        Host(url) ?? SmallPrint(blocks)?.TrimEnd('.', ',', '-') ?? KnownOutlet.InFile(path)?.Name;

    /// <summary>An outlet's name as metadata has it; where that is a host, the name of the outlet there, or the host without "www.".</summary>
    public static string? Named(string? outlet) =>
        outlet is null || outlet.Contains(' ', StringComparison.Ordinal) || !outlet.Contains('.', StringComparison.Ordinal) ? outlet
        : KnownOutlet.At(outlet) is { } known ? known.Name
        : outlet.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? outlet[4..] : outlet;

    private static string? Host(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host.Length > 0 ? Named(address.Host) : null;

    private static string? SmallPrint(ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks.Where(b => b.Kind is not null && b.Text.Length < 1000))
        {
            if (Terms().Match(block.Text) is { Success: true } terms) return terms.Groups[1].Value;
            if (block.Kind == DroppedKind.Promo && Possessive().Match(block.Text) is { Success: true } promo)
                return promo.Groups[promo.Groups[1].Success ? 1 : 2].Value;
            if (block.Kind == DroppedKind.Newsletter && Stories().Match(block.Text) is { Success: true } stories) return stories.Groups[1].Value;
            if (block.Kind == DroppedKind.Bio && Works().Match(block.Text) is { Success: true } works)
                return works.Groups[works.Groups[1].Success ? 1 : 2].Value;
            if (block.Kind == DroppedKind.Share && Follow().Match(block.Text) is { Success: true } follow) return follow.Groups[1].Value;
            if (block.Kind == DroppedKind.Other && Desk().Match(block.Text) is { Success: true } desk) return desk.Groups[1].Value;
            if (
                block.Kind == DroppedKind.Other
                && Copyright().Match(block.Text) is { Success: true } copyright
                && Agencies.Of(copyright.Groups[1].Value) is null
            )
                return copyright.Groups[1].Value;
        }
        return null;
    }

    private const string Name = @"((?:The )?[A-Z][\w&./-]*(?: (?:[A-Z][\w&./-]*|of|and|the|for))*?)";

    [GeneratedRegex(@"\b(?:agree(?:d)? to|accept|receive .{1,40} from) " + Name + @"(?:'s|’s|'|’) (?:Terms|terms|Privacy|privacy)")]
    private static partial Regex Terms();

    [GeneratedRegex(@"^" + Name + @"(?:'s|’s) [A-Z]|\bnews,? video,? and analysis from " + Name + @"\.")]
    private static partial Regex Possessive();

    [GeneratedRegex(@"\b(?:stories|news|headlines|updates) from (?:the )?" + Name + @"(?: and (?=[a-z])|,|\.|$)")]
    private static partial Regex Stories();

    [GeneratedRegex(
        @"\b(?:reporter|correspondent|editor|writer|columnist|journalist) (?:at|for|with) "
            + Name
            + @"[.,]| (?:covers|edits|writes about|reports on) [^.]{3,60} for (?:the )?"
            + Name
            + @"[.,]"
    )]
    private static partial Regex Works();

    [GeneratedRegex(@"^Follow (?:the )?" + Name + @" for ")]
    private static partial Regex Follow();

    [GeneratedRegex(@"\b[Bb]y (?:the )?" + Name + @"(?:'s|’s) (?:[a-z]+ ){0,2}(?:desk|staff|team|newsroom)$")]
    private static partial Regex Desk();

    [GeneratedRegex(
        @"^(?:Copyright|©|\(c\)) ?(?:©|\(c\))? ?(?:(?:19|20)\d\d(?:-\d{2,4})?,? )?(?:by )?" + Name + @"(?:\.|,| All| LLC| Inc| Ltd| \||$)"
    )]
    private static partial Regex Copyright();
}
