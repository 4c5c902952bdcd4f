using System.Text;
using Hearsay.Model;
using Hearsay.Stories;

namespace Hearsay.Storage.Sqlite;

/// <summary>The outlet of an article: by its name, else by the host of its address.</summary>
internal static class OutletRows
{
    /// <summary>The outlet's row, made where there is none; null where neither name nor host is known.</summary>
    public static long? Of(Session session, Article article)
    {
        var site = UrlKey.Site(article.Url);
        var name = string.IsNullOrWhiteSpace(article.Outlet) ? null : article.Outlet.Trim();
        if (name is null)
        {
            if (site is null) return null;
            if (session.Number("SELECT id FROM outlet WHERE site = ?1 ORDER BY id LIMIT 1", site) is > 0 and var bySite) return bySite;
            name = OutletName.Readable(site);
        }
        var key = Key(name);
        // an outlet that was only known by its host gets its name once that is known
        if (site is not null && session.Number("SELECT id FROM outlet WHERE key = ?1", key) == 0)
            session.Run("UPDATE outlet SET key = ?1, name = ?2 WHERE site = ?3 AND name = ?3", key, name, site);
        if (session.Number("SELECT id FROM outlet WHERE key = ?1", key) is > 0 and var known)
        {
            if (site is not null) session.Run("UPDATE outlet SET site = ?2 WHERE id = ?1 AND site IS NULL", known, site);
            return known;
        }
        session.Run("INSERT INTO outlet (key, name, site) VALUES (?1, ?2, ?3)", key, name, site);
        return session.LastRow;
    }

    /// <summary>
    /// The names and hosts of outlets that are the same letters and digits as <paramref name="typed"/>, or whose host has a part that is: "AlDaily" is "Al
    /// Daily", "The Vale Post" is valepost.example and thevalepost.example.
    /// </summary>
    public static List<string> Spelt(Session session, string typed)
    {
        var (key, whole) = (Key(typed), string.Concat(typed.Where(char.IsLetterOrDigit)).ToLowerInvariant());
        // the last part of a host (com, org) is nobody's name
        return [.. session.Rows(
            """
            SELECT name, site FROM outlet WHERE key = ?1 OR '.' || site LIKE '%.' || ?1 || '.%' OR '.' || site LIKE '%.' || ?2 || '.%'
            ORDER BY id LIMIT 50
            """, row => (Name: row.GetString(0), Site: row.Text(1)), key, whole).SelectMany(o => new[] { o.Name, o.Site }).OfType<string>()];
    }

    /// <summary>Letters and digits in small letters, without "the" in front; the name itself where nothing is left.</summary>
    public static string Key(string name)
    {
        var plain = new StringBuilder(name.Length);
        var words = name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name.AsSpan(4) : name;
        foreach (var c in words)
        {
            if (char.IsLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
        }
        return plain.Length > 0 ? plain.ToString() : name;
    }
}
