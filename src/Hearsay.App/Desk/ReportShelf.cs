using Hearsay.Language;
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
internal sealed class ReportShelf(int places, Func<Article, DeepReadings?, Report>? read = null)
{
    private readonly Func<Article, DeepReadings?, Report> _read = read ?? Reader.Read;
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Id, int Version, bool IsDeep), LinkedListNode<((string, int, bool) Key, Report Report)>> _byKey = [];
    private readonly LinkedList<((string, int, bool) Key, Report Report)> _byAge = new();

    /// <summary>The article's newest text, read with the date that its story lends, since "on Thursday" is counted from there: to be shown.</summary>
    public Report ReadDated(StoredArticle article, DeepReadings? deep) => article.Lent is null ? Read(article, deep) : _read(article.Dated, deep);

    /// <summary>The article's newest text, read quickly, or deeply where it is said what is remembered of such readings.</summary>
    public Report Read(StoredArticle article, DeepReadings? deep = null)
    {
        var key = (article.Id, article.Version, deep is not null);
        lock (_gate)
        {
            if (_byKey.TryGetValue(key, out var known))
            {
                _byAge.Remove(known);
                _byAge.AddLast(known);
                return known.Value.Report;
            }
        }

        var report = _read(article.Article, deep);
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
