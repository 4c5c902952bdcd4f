using Hearsay.Model;

namespace Hearsay.Statements.Figures;

/// <summary>
/// Whose money a shared name means in one report: "crowns" in, "SEK" out, or "crowns" where nothing decides.
/// Method: the country of the outlet's address decides (its readers take a bare name for their own money; an agency's text may keep the agency's), then the one currency of that name that
/// the text gives a sum in ("Swedish crowns"), then the one country with money of that name that the text names. Bare dollars are what English texts
/// convert other dollars to, so that beside the outlet's country only the United States, named without another country of dollars, decides them.
/// Source: the first two letters of an ISO 4217 code are the country's of ISO 3166, which are the domain's, but for .uk.
/// Limits: a report on two countries leaves the name as it is, whatever its sentences would tell a reader.
/// </summary>
internal sealed class CurrencyDecision(LexemeList text, Article article, IReadOnlyList<Quantity> quantities)
{
    private readonly Dictionary<string, string> decided = new(StringComparer.Ordinal);
    private HashSet<string>? named;

    /// <summary>The code where one is certain; else the unit as it is.</summary>
    public string Of(string unit)
    {
        if (Currencies.Meanings(unit).IsEmpty) return unit;
        if (!decided.TryGetValue(unit, out var code)) decided.Add(unit, code = Decide(unit, Currencies.Meanings(unit)) ?? unit);
        return code;
    }

    private string? Decide(string unit, ReadOnlySpan<string> meanings)
    {
        var domain = Domain();
        foreach (var iso in meanings)
            if (domain.Equals(iso.AsSpan(0, 2), StringComparison.OrdinalIgnoreCase)) return iso;
        var given = Only(meanings, [.. quantities.Select(q => q.Unit).OfType<string>()]) ?? Only(meanings, named ??= Named());
        return unit == "dollars" && given != "USD" ? null : given;
    }

    private static string? Only(ReadOnlySpan<string> meanings, HashSet<string> units)
    {
        string? only = null;
        foreach (var iso in meanings)
            if (units.Contains(iso))
            {
                if (only is not null) return null;
                only = iso;
            }
        return only;
    }

    /// <summary>The currencies of the countries that the text names.</summary>
    private HashSet<string> Named()
    {
        var currencies = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < text.Count; i++)
        {
            if (Currencies.OfCountry(text, i) is not var (iso, end)) continue;
            currencies.Add(iso);
            i = end - 1;
        }
        return currencies;
    }

    /// <summary>The country's letters of the outlet's address; empty where it has none, and for an agency's text.</summary>
    private string Domain()
    {
        if (!article.Credits.IsEmpty) return "";
        var host = Uri.TryCreate(article.Url, UriKind.Absolute, out var address) ? address.Host : "";
        var domain = host[(host.LastIndexOf('.') + 1)..];
        return domain.Length != 2 ? "" : domain == "uk" ? "gb" : domain;
    }
}
