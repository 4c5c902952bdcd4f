using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;

namespace Hearsay.Storage.Sqlite;

/// <summary>The numbered .sql files, each run once, in order, in one transaction; the number of the last stands in the file's user_version.</summary>
internal static class Migrations
{
    /// <summary>"HRSY" in the file's header tells a store from other SQLite databases.</summary>
    public const long ApplicationId = 0x48525359;

    /// <summary>Number and text of every migration.</summary>
    public static ImmutableArray<(int Number, string Sql)> All { get; } =
    [
        .. from name in Assembly.GetExecutingAssembly().GetManifestResourceNames()
           where name.StartsWith("Migrations/", StringComparison.Ordinal)
           orderby name
           select (int.Parse(name.AsSpan("Migrations/".Length, 3), NumberStyles.None, CultureInfo.InvariantCulture), Read(name)),
    ];

    public static int Newest => All[^1].Number;

    /// <summary>
    /// Brings a store up to <paramref name="upTo"/>. A fresh file becomes a store, an older one is changed in place, a newer one or another kind of
    /// database is refused.
    /// </summary>
    public static void Apply(Session session, string file, IEnumerable<(int Number, string Sql)> migrations, int upTo)
    {
        if (Version(session, file) >= upTo) return;
        session.Script("BEGIN IMMEDIATE");
        try
        {
            // another process may have done it while this one waited
            var version = Version(session, file);
            foreach (var (number, sql) in migrations)
            {
                if (number > version && number <= upTo) session.Script(sql);
            }
            session.Script(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Math.Max(version, upTo)}; COMMIT"
                )
            );
        }
        catch
        {
            if (SQLitePCL.raw.sqlite3_get_autocommit(session.Connection.Handle) == 0) session.Script("ROLLBACK");
            throw;
        }
    }

    /// <summary>The version of the file's schema, 0 for a fresh one.</summary>
    public static int Version(Session session, string file)
    {
        var version = (int)session.Number("PRAGMA user_version");
        var application = session.Number("PRAGMA application_id");
        if (application != ApplicationId && (application != 0 || version != 0 || session.Number("SELECT count(*) FROM sqlite_schema") > 0))
        {
            throw new StoreException(StoreFault.NotAStore, $"{file} is an SQLite database, but not a store of Hearsay");
        }
        if (version > Newest)
        {
            throw new StoreException(StoreFault.Newer, string.Create(CultureInfo.InvariantCulture,
                $"{file} was written by a newer Hearsay (schema {version}, this one knows up to {Newest}): use that version, or another --store"));
        }
        return version;
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
