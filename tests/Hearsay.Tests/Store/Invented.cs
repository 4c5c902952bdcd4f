using Hearsay.Model;
using Hearsay.Storage;
using Hearsay.Text;

namespace Hearsay.Tests.Store;

/// <summary>Articles made up for the tests of the store.</summary>
internal static class Invented
{
    public static readonly DateTimeOffset Noon = new(2031, 3, 4, 12, 0, 0, TimeSpan.Zero);

    public const string Ferry = "A ferry with forty people on board ran aground off Skarholm in thick fog on Tuesday, the coast guard said.\n\n"
        + "Nobody was hurt. Two tugs pulled the vessel free at high tide and it reached Norvik harbour under its own power shortly before dusk, where the passengers were given blankets and tea.\n\n"
        + "“We felt one long shudder and then nothing moved,” said Ingrid Vahl, a teacher who was travelling with her class.";

    public static Article Article(
        string text = Ferry,
        string? url = null,
        string? outlet = null,
        string? headline = "Ferry runs aground off Skarholm",
        string? published = null,
        string? id = null
    )
    {
        var own = id ?? ContentId.Of(string.Join('\n', text, url, outlet, headline));
        return new Article
        {
            Id = own,
            Url = url,
            Outlet = outlet,
            Headline = headline,
            Text = text,
            Language = "en",
            Standfirst = "Forty people brought ashore unhurt",
            Section = "Coast",
            Modified = "2031-03-04T18:00:00Z",
            Corrections = ["An earlier version gave the wrong name of the vessel."],
            Posts = [new LivePost(new TextSpan(0, 3), "2031-03-04T09:00:00Z", "First word")],
            Byline = ["Tove Lind"],
            Credits = ["NNA"],
            Datelines = [new Dateline("Norvik", "NNA")],
            Published = published is null
                ? PublicationDate.Unknown
                : new PublicationDate(published, DateBasis.Inferred, [new Citation(own, new TextSpan(0, Math.Min(5, text.Length)))]),
            Dropped = [new DroppedText(DroppedKind.Share, "Share this")],
        };
    }

    public static Arrival Arrival(Article article, DateTimeOffset? seen = null, bool archived = false) =>
        new()
        {
            Article = article,
            SeenAt = seen ?? Noon,
            IsArchived = archived,
        };

    public static async Task<SaveResult> SaveAsync(this INewsStore store, Article article, DateTimeOffset? seen = null, bool archived = false) =>
        (await store.SaveAsync([Arrival(article, seen, archived)]))[0];

    public static Feed Feed(string url = "https://norvikpost.example/feed.xml", string? title = "Norvik Post") =>
        new()
        {
            Url = url,
            Title = title,
            AddedAt = Noon,
            NextDue = Noon,
        };
}
