using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Storage;

namespace Hearsay.App.Desk;

/// <summary>
/// Reports that were read lately, by article and version. A report is some ten times its text in memory and takes some milliseconds to read again,
/// so the store keeps texts and this shelf the reports of the stories that are being briefed; the one that was asked for longest ago makes room. Safe
/// for several threads.
/// </summary>
/// <param name="places">How many reports it holds.</param>
/// <param name="read">How an article is read; null for the engine's way.</param>
internal sealed class ReportShelf(int places, Func<Article, Report>? read = null)
{
    private readonly Func<Article, Report> _read = read ?? (article => Reader.Read(article));
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Id, int Version), LinkedListNode<((string, int) Key, Report Report)>> _byKey = [];
    private readonly LinkedList<((string, int) Key, Report Report)> _byAge = new();

    /// <summary>The article's newest text, read with the date that its story lends, since "on Thursday" is counted from there: to be shown.</summary>
    public Report ReadDated(StoredArticle article) => article.Lent is null ? Read(article) : _read(article.Dated);

    /// <summary>The article's newest text, read.</summary>
    public Report Read(StoredArticle article)
    {
        var key = (article.Id, article.Version);
        lock (_gate)
        {
            if (_byKey.TryGetValue(key, out var known))
            {
                _byAge.Remove(known);
                _byAge.AddLast(known);
                return known.Value.Report;
            }
        }

        var report = _read(article.Article);
        lock (_gate)
        {
            if (_byKey.TryAdd(key, null!)) _byKey[key] = _byAge.AddLast((key, report));
            while (_byAge.Count > places)
            {
                _byKey.Remove(_byAge.First!.Value.Key);
                _byAge.RemoveFirst();
            }
        }

        return report;
    }
}
