using System.Collections.Immutable;

namespace Hearsay.Storage.Sqlite;

/// <summary>Bytes worked out from revisions.</summary>
internal static class DerivedRows
{
    public static void Save(Session session, IEnumerable<Derived> derived)
    {
        foreach (var d in derived)
        {
            session.Run(
                "INSERT OR REPLACE INTO derived (article, kind, number, version, data) SELECT number, ?2, ?3, ?4, ?5 FROM article WHERE id = ?1",
                d.ArticleId, d.Kind, (long)d.Revision, (long)d.Version, d.Data.ToArray());
        }
    }

    public static ImmutableArray<Derived> Find(Session session, string kind, int version, IEnumerable<string> articleIds)
    {
        var found = ImmutableArray.CreateBuilder<Derived>();
        foreach (var id in articleIds)
        {
            if (
                session.Row(
                    "SELECT d.number, d.data FROM article a JOIN derived d ON d.article = a.number AND d.kind = ?2 AND d.number = a.revision WHERE a.id = ?1 AND d.version = ?3",
                    row => new Derived(id, row.GetInt32(0), kind, version, row.GetFieldValue<byte[]>(1)),
                    id,
                    kind,
                    (long)version
                ) is
                { } derived
            )
                found.Add(derived);
        }
        return found.ToImmutable();
    }
}
