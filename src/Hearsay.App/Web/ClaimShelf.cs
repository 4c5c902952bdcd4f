using System.Collections.Immutable;
using System.Text.Json;
using Hearsay.Storage;

namespace Hearsay.App.Web;

/// <summary>
/// The claims of stories that were searched lately, out of their kept briefings; the one that was asked for longest ago makes room.
/// </summary>
internal sealed class ClaimShelf
{
    private const int Places = 300;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (int Version, long Use, ImmutableArray<FoundClaim> Claims)> _known = new(StringComparer.Ordinal);
    private long _uses;

    /// <summary>The story's claims, of the version that is shown now.</summary>
    public async Task<ImmutableArray<FoundClaim>> ReadAsync(INewsStore store, string storyId, CancellationToken cancel)
    {
        if (await store.FindStoryAsync(storyId, cancel) is not { } story) return [];
        lock (_gate)
        {
            if (_known.TryGetValue(story.Id, out var known) && known.Version == story.Version)
            {
                _known[story.Id] = known with { Use = ++_uses };
                return known.Claims;
            }
        }

        if (await store.BriefingAsync(story.Id, cancel) is not { } briefing) return [];
        var claims = Parse(story, briefing.Json);
        lock (_gate)
        {
            _known[story.Id] = (briefing.Version, ++_uses, claims);
            if (_known.Count > Places) _known.Remove(_known.MinBy(k => k.Value.Use).Key);
        }

        return claims;
    }

    /// <summary>The claims of a story's JSON that are worded by a whole sentence, which alone stand on its page.</summary>
    public static IEnumerable<JsonElement> Printed(JsonElement story) =>
        story.GetProperty("claims").EnumerateArray().Where(c => !c.TryGetProperty("isClause", out var clause) || !clause.GetBoolean());

    private static ImmutableArray<FoundClaim> Parse(StoredStory story, string json)
    {
        using var document = JsonDocument.Parse(json);
        return
        [
            .. document.RootElement.GetProperty("stories").EnumerateArray().SelectMany(Printed)
                .Select(c => new FoundClaim(
                    story.Id,
                    story.Title,
                    c.GetProperty("text").GetString() ?? "",
                    c.GetProperty("outlets").GetInt32(),
                    c.GetProperty("independentOrigins").GetInt32()
                )),
        ];
    }
}
