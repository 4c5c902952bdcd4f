using Hearsay.App.Api;
using Hearsay.App.Cli.Stored;
using Hearsay.App.Desk;
using Hearsay.Storage;

namespace Hearsay.App.Web;

// In: the forms of a story's page. Out: a correction made or undone, and the page again, with a line that says so, or that says what is in the way.
// Method: plain forms; the button that was pressed says what is asked for. Whom the forms may come from is settled before (TokenGate). The name of who
// corrects is remembered in a cookie.

/// <summary>Corrections made on a story's page.</summary>
internal static class Corrections
{
    private const string Cookie = "hearsay-who";
    private const int LongestName = 200;

    public static void Map(IEndpointRouteBuilder web)
    {
        web.MapPost("/stories/{id}/corrections", MakeAsync);
        web.MapPost("/stories/{id}/corrections/{number:long}/undo", UndoAsync);
    }

    /// <summary>The name under which this reader corrected last; empty where there is none.</summary>
    public static string WhoLast(HttpContext context) => context.Request.Cookies[Cookie] is { Length: <= LongestName } who ? who : "";

    private static async Task<IResult> MakeAsync(
        string id, HttpContext context, Corrector corrector, [AsParameters] StoryDesk desk, CancellationToken cancel)
    {
        if (!context.Request.HasFormContentType) return Problems.BadRequest("a form of the story's page is asked for");
        var form = await context.Request.ReadFormAsync(cancel);
        Remember(context, form["who"].ToString().Trim());
        if (await desk.Store.FindStoryAsync(id, cancel) is not { } story) return WebSetup.Missing("There is no story at this address.");
        var typed = form["story"].ToString().Trim();
        var other = typed.Length == 0 ? null : await OtherAsync(typed, desk, cancel);
        var (asked, refusal) = typed.Length > 0 && other is null
            ? (null, $"there is no story “{typed}”: choose one of the list, or give the address of its page")
            : Asked(story, other, form);
        if (asked is null) return await RefuseAsync(refusal!);
        var (made, against) = await corrector.MakeAsync(asked, cancel);
        if (made is null) return await RefuseAsync(against!.Why);
        // a story whose only report leaves is no more
        var isLeft = asked.Kind == CorrectionKind.Move && story.Reports.Length == 1;
        return Back(isLeft ? other!.Id : story.Id, made.Id);

        Task<IResult> RefuseAsync(string why) => StoryPages.ShowAsync(story.Id, new StoryVisit(null, why), context, desk, cancel);
    }

    private static async Task<IResult> UndoAsync(
        string id, long number, HttpContext context, TimeProvider clock, [AsParameters] StoryDesk desk, CancellationToken cancel)
    {
        var who = WhoLast(context) is { Length: > 0 } name ? name : SetCommand.Person;
        var (undone, refusal) = await desk.Store.UndoAsync(number, who, clock.GetUtcNow(), cancel);
        return refusal is not null ? await StoryPages.ShowAsync(id, new StoryVisit(number, refusal), context, desk, cancel)
            : undone is null ? WebSetup.Missing("There is no such correction.")
            : Back(id, number);
    }

    private static IResult Back(string storyId, long made) => Results.Redirect($"{StoryPages.Address(storyId)}?made={made}");

    /// <summary>What a form asks for, or why that is nothing.</summary>
    private static (CorrectionRequest? Asked, string? Refusal) Asked(StoredStory story, StoredStory? other, IFormCollection form)
    {
        if (!Enum.TryParse<CorrectionKind>(form["kind"], ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return (null, "the form does not say what to correct");
        if (kind is CorrectionKind.Move or CorrectionKind.Merge && other is null) return (null, "the other story is missing: choose one of the list");
        var who = form["who"].ToString().Trim() is { Length: > 0 } name ? name : SetCommand.Person;
        var asked = new CorrectionRequest(kind, who) { Reports = [.. form["report"].OfType<string>()], Value = form[CorrectionItem.NameOf(kind)] };
        return (kind switch
        {
            CorrectionKind.Move => asked with { Stories = [other!.Id] },
            CorrectionKind.Merge => asked with { Stories = [story.Id, other!.Id], Reports = [] },
            CorrectionKind.Hide or CorrectionKind.Pin => asked with { Stories = [story.Id], Series = form["series"] },
            CorrectionKind.Speaker when form["speaker"].ToString().Split('|', 2) is [var report, var read] => asked with { Reports = [report], Speaker = read, Value = form["name"] },
            _ => asked,
        }, null);
    }

    /// <summary>The story that was typed: the address of its page, its id, or its title.</summary>
    private static async Task<StoredStory?> OtherAsync(string typed, StoryDesk desk, CancellationToken cancel)
    {
        var id = typed.Split('?', '#')[0].TrimEnd('/').Split('/')[^1];
        return await desk.Store.FindStoryAsync(Uri.UnescapeDataString(id), cancel)
            ?? (await desk.Front.ReadAsync(cancel)).Stories.FirstOrDefault(s => string.Equals(Shown.Text(s.Story.Title), typed, StringComparison.OrdinalIgnoreCase))?.Story;
    }

    private static void Remember(HttpContext context, string who)
    {
        if (who.Length is 0 or > LongestName || who == WhoLast(context)) return;
        context.Response.Cookies.Append(Cookie, who, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
    }
}
