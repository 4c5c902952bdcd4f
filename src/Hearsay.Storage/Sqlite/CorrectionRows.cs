using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Hearsay.Storage.Sqlite;

// In: what persons say of reports. Out: the same, numbered and kept for good, and the reports as they are with what holds.
// Method: a correction of stories waits until whoever keeps the stories has taken it in; every other one is at work when it is kept: what is set of a
// report is worked out anew from all that holds, the last said first, so that undoing one leaves those before it. A report that is taken out is kept
// whole with its correction, and comes back as from an export.
// Limits: two corrections that contradict each other are refused when made; those of an export are taken as they are.

/// <summary>Makes, undoes and lists corrections.</summary>
internal static class CorrectionRows
{
    private const string Columns = "c.number, c.kind, c.by, c.at, c.undone_by, c.undone_at, c.what";

    /// <summary>Keeps a correction and sets it to work; gives it with its number, or what is in the way, in words.</summary>
    public static (Correction? Made, string? Refusal) Make(Session session, Correction correction)
    {
        if (Refusal(session, correction) is { } refusal) return (null, refusal);
        var made = Insert(session, correction);
        if (made.Kind == CorrectionKind.Remove) TakeOut(session, made);
        else if (!made.IsOfStories) foreach (var report in made.Reports) Bring(session, report, made.At);
        return (made, null);
    }

    /// <summary>Undoes a correction; gives it as it is now, or what is in the way; neither where there is no such correction.</summary>
    public static (Correction? Undone, string? Refusal) Undo(Session session, long number, string by, DateTimeOffset at)
    {
        if (Find(session, number) is not { } correction) return (null, null);
        if (correction.UndoneBy is { } other)
            return (null, string.Create(CultureInfo.InvariantCulture, $"correction {number} was undone already, by {other} at {correction.UndoneAt:u}"));
        Undo(session, correction, by, at);
        if (correction.Kind == CorrectionKind.Remove) BringBack(session, correction);
        else if (!correction.IsOfStories) foreach (var report in correction.Reports) Bring(session, report, at);
        return (correction with { UndoneBy = by, UndoneAt = at }, null);
    }

    public static ImmutableArray<Correction> List(Session session, CorrectionFilter filter)
    {
        var sql = new StringBuilder($"SELECT {Columns} FROM correction c WHERE c.number < ?1");
        if (filter.IsHolding) sql.Append(" AND c.undone_at IS NULL");
        if (filter.IsOfStories) sql.Append(" AND c.kind <= 3");
        if (filter.IsWaiting) sql.Append(" AND c.waits = 1");
        sql.Append(" ORDER BY c.number DESC LIMIT ?2");
        return [.. session.Rows(sql.ToString(), Map, filter.Before ?? long.MaxValue, (long)filter.Limit)];
    }

    /// <summary>Notes that the stories know of a correction; one that was undone meanwhile goes on waiting.</summary>
    public static void Take(Session session, TakenCorrection taken) =>
        session.Run("UPDATE correction SET waits = 0 WHERE number = ?1 AND (undone_at IS NOT NULL) = ?2", taken.Id, taken.IsUndone);

    /// <summary>Sets an outlet, date or address of a report, or takes back what was set, in one change of the report.</summary>
    public static void Set(Session session, string articleId, IEnumerable<(CorrectionKind Kind, string Value)> changes, string by, DateTimeOffset at)
    {
        foreach (var (kind, value) in changes)
        {
            // a form gives all of its fields, also those that stay
            if (Holding(session, articleId).LastOrDefault(c => c.Kind == kind)?.Value == value) continue;
            if (value.Length > 0) Insert(session, new Correction { Kind = kind, Reports = [articleId], Value = value, By = by, At = at });
            else foreach (var former in Holding(session, articleId).Where(c => c.Kind == kind)) Undo(session, former, by, at);
        }

        Bring(session, articleId, at);
    }

    /// <summary>What is set of a report by all corrections that hold.</summary>
    public static ReportSettings SettingsOf(Session session, string articleId)
    {
        var holding = Holding(session, articleId);
        return new ReportSettings
        {
            Outlet = Last(CorrectionKind.Outlet), Published = Last(CorrectionKind.Date), Url = Last(CorrectionKind.Address),
            Speakers = [.. holding.Where(c => c.Kind == CorrectionKind.Speaker).Select(c => new SpeakerSetting(c.Speaker!, SettingOf(c))).Reverse().DistinctBy(s => s.Speaker)],
            Figures =
            [
                .. from c in holding
                   where c.Kind is CorrectionKind.Hide or CorrectionKind.Pin
                   from figure in c.Figures
                   where figure.ArticleId == articleId
                   select new FigureSetting(figure, c.Kind == CorrectionKind.Pin, c.By, c.At),
            ],
        };

        Setting? Last(CorrectionKind kind) => holding.LastOrDefault(c => c.Kind == kind) is { } last ? SettingOf(last) : null;
        static Setting SettingOf(Correction c) => new(c.Value!, c.By, c.At);
    }

    /// <summary>Every correction with what it keeps, for an export, the first made first.</summary>
    public static ImmutableArray<CorrectionHistory> Histories(Session session) =>
    [
        .. List(session, new CorrectionFilter()).Reverse().Select(c => new CorrectionHistory(c, Kept(session, c.Id))),
    ];

    /// <summary>Takes in a correction of an export, unless it is known; under another number where its own is taken.</summary>
    public static void Restore(Session session, CorrectionHistory history)
    {
        var correction = history.Correction;
        if (correction.Fault() is not null || IsKnown(session, correction)) return;
        var isFree = session.Number("SELECT count(*) FROM correction WHERE number = ?1", correction.Id) == 0;
        var restored = Insert(session, correction, isFree ? correction.Id : null);
        if (correction is { UndoneBy: { } by, UndoneAt: { } at }) Undo(session, restored, by, at);
        foreach (var report in history.Kept) Keep(session, restored.Id, report);
        if (restored.IsOfStories) return;
        foreach (var report in restored.Reports) Bring(session, report, correction.UndoneAt ?? correction.At);
    }

    /// <summary>Takes in what an export says was set of a report, where it has no correction that says so: one of an older version.</summary>
    public static void Adopt(Session session, string articleId, ReportSettings settings)
    {
        foreach (var (kind, setting) in new[] { (CorrectionKind.Outlet, settings.Outlet), (CorrectionKind.Date, settings.Published), (CorrectionKind.Address, settings.Url) })
        {
            if (setting is null) continue;
            var correction = new Correction { Kind = kind, Reports = [articleId], Value = setting.Value, By = setting.By, At = setting.At };
            if (!IsKnown(session, correction)) Insert(session, correction);
        }

        SettingRows.Put(session, ArticleRows.Number(session, articleId), SettingsOf(session, articleId));
    }

    private static string? Refusal(Session session, Correction correction)
    {
        if (correction.Fault() is { } fault) return fault;
        foreach (var id in correction.Concerned)
            if (session.Number("SELECT count(*) FROM article WHERE id = ?1", id) == 0) return $"there is no report {id}";
        if (correction.IsOfStories) return Contradicted(session, correction);
        if (correction.Kind is CorrectionKind.Hide or CorrectionKind.Pin) return Opposite(session, correction);
        return SettingChange.Of(correction) is { } change
            ? correction.Reports.Select(r => SettingRows.Refusal(session, r, change)).FirstOrDefault(refusal => refusal is not null)
            : null;
    }

    /// <summary>What holds that cannot hold together with this: of all that does, no more than it takes.</summary>
    private static string? Contradicted(Session session, Correction correction)
    {
        if (Contradict([])) return "a report cannot be kept out of its own story";
        ImmutableArray<Correction> others = [.. List(session, new CorrectionFilter { IsHolding = true, IsOfStories = true }).Reverse()];
        if (!Contradict(others)) return null;
        foreach (var other in others)
        {
            if (others.Remove(other) is var without && Contradict(without)) others = without;
        }

        return Against(others);

        bool Contradict(ImmutableArray<Correction> all) => Correction.ConstraintsOf(all.Add(correction)).IsContradictory;
    }

    private static string? Opposite(Session session, Correction correction)
    {
        var opposite = correction.Kind == CorrectionKind.Pin ? CorrectionKind.Hide : CorrectionKind.Pin;
        return correction.Reports.SelectMany(r => Holding(session, r)).FirstOrDefault(c => c.Kind == opposite && c.Figures.Intersect(correction.Figures).Any()) is { } other
            ? Against([other])
            : null;
    }

    private static string Against(ImmutableArray<Correction> others)
    {
        var named = others.Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Id} ({o.Kind.ToString().ToLowerInvariant()}, by {o.By} at {o.At:u})"));
        return $"it contradicts {(others.Length == 1 ? "correction" : "corrections")} {string.Join(" and ", named)}: undo {(others.Length == 1 ? "that" : "one of them")} first";
    }

    private static Correction Insert(Session session, Correction correction, long? number = null)
    {
        session.Run("INSERT INTO correction (number, kind, by, at, waits, what) VALUES (?1, ?2, ?3, ?4, ?5, ?6)", number, correction.Kind, correction.By,
            correction.At, correction.IsOfStories, PageJson.Write(CorrectionWords.Of(correction)));
        var made = correction with { Id = session.LastRow, UndoneBy = null, UndoneAt = null };
        if (made.IsOfStories) return made;
        foreach (var report in made.Reports) session.Run("INSERT OR IGNORE INTO correction_report (article, correction) VALUES (?1, ?2)", report, made.Id);
        return made;
    }

    private static void Undo(Session session, Correction correction, string by, DateTimeOffset at) =>
        session.Run("UPDATE correction SET undone_by = ?2, undone_at = ?3, waits = ?4 WHERE number = ?1", correction.Id, by, at, correction.IsOfStories);

    /// <summary>Brings a report in line with what is set of it: it waits for its story anew, unless it is as it was.</summary>
    private static void Bring(Session session, string articleId, DateTimeOffset at)
    {
        var number = session.Number("SELECT number FROM article WHERE id = ?1", articleId);
        if (ArticleRows.Find(session, number) is not { } article) return;
        var (before, after) = (article.Settings ?? new ReportSettings(), SettingsOf(session, articleId));
        if (PageJson.Write(before) == PageJson.Write(after)) return;
        if (before.Url is { Value: var former } && former != after.Url?.Value)
            session.Run("DELETE FROM article_url WHERE article = ?1 AND key = ?2", number, UrlKey.Of(former));
        SettingRows.Put(session, number, after);
        session.Run("UPDATE article SET version = version + 1, changed = max(changed, ?2) WHERE number = ?1", number, at);
    }

    private static void TakeOut(Session session, Correction correction)
    {
        foreach (var id in correction.Reports)
        {
            if (ExportRows.History(session, id) is { } history) Keep(session, correction.Id, history);
        }

        RemovalRows.Remove(session, correction.Reports, correction.By, correction.At);
    }

    private static void BringBack(Session session, Correction correction)
    {
        foreach (var history in Kept(session, correction.Id))
        {
            RemovalRows.ForgetAll(session, history.Id);
            ExportRows.Restore(session, new StoreRecord { Article = history with { IsTaken = false } });
        }

        session.Run("UPDATE correction_report SET kept = NULL WHERE correction = ?1", correction.Id);
    }

    private static void Keep(Session session, long correction, ArticleHistory history) =>
        session.Run("UPDATE correction_report SET kept = ?3 WHERE correction = ?1 AND article = ?2", correction, history.Id,
            StoreJson.Write(new StoreRecord { Article = history }));

    private static ImmutableArray<ArticleHistory> Kept(Session session, long correction) =>
    [
        .. session.Rows("SELECT kept FROM correction_report WHERE correction = ?1 AND kept IS NOT NULL ORDER BY article", row => row.GetString(0), correction)
            .Select(kept => StoreJson.Read(kept)!.Article!),
    ];

    /// <summary>What holds of a report, the last said last.</summary>
    private static List<Correction> Holding(Session session, string articleId) => session.Rows(
        $"SELECT {Columns} FROM correction_report r JOIN correction c ON c.number = r.correction WHERE r.article = ?1 AND c.undone_at IS NULL ORDER BY c.at, c.number",
        Map, articleId);

    private static Correction? Find(Session session, long number) => session.Row($"SELECT {Columns} FROM correction c WHERE c.number = ?1", Map, number);

    private static bool IsKnown(Session session, Correction correction) =>
        session.Rows($"SELECT {Columns} FROM correction c WHERE c.kind = ?1 AND c.at = ?2 AND c.by = ?3", Map, correction.Kind, correction.At, correction.By)
            .Exists(known => PageJson.Write(CorrectionWords.Of(known)) == PageJson.Write(CorrectionWords.Of(correction)));

    private static Correction Map(SqliteDataReader row)
    {
        var words = PageJson.CorrectionWords(row.GetString(6));
        return new Correction
        {
            Id = row.GetInt64(0), Kind = (CorrectionKind)row.GetInt32(1), By = row.GetString(2), At = row.Time(3), UndoneBy = row.Text(4), UndoneAt = row.TimeOrNull(5),
            Reports = words.Reports, With = words.With, Without = words.Without, Value = words.Value, Speaker = words.Speaker, Figures = words.Figures,
        };
    }
}
