using System.Globalization;
using System.Runtime.CompilerServices;
using Hearsay.Model;
using Hearsay.Sources.Web;

namespace Hearsay.Sources;

/// <summary>
/// Addresses in, their pages out, in the order given; a position is the number of the address. Robots.txt, pauses and limits are those of the
/// <see cref="Fetcher"/>.
/// </summary>
public sealed class WebSource(IEnumerable<Uri> addresses, Fetcher fetcher, TimeProvider time) : ISource
{
    private readonly List<Uri> addresses = [.. addresses.Distinct()];

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> ReadAsync(string? after = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var start = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        for (var i = start; i < addresses.Count; i++)
        {
            var (page, answer, reason) = await ReadAsync(new FetchRequest(addresses[i]), fetcher, time, cancellation);
            yield return new SourceItem
            {
                Page = page,
                Failure = page is null ? new Failure(addresses[i].AbsoluteUri, reason ?? answer.Reason ?? "there is no content") : null,
                Position = (i + 1).ToString(CultureInfo.InvariantCulture),
                Done = i + 1,
                Total = addresses.Count,
            };
        }
    }

    /// <summary>Reads one page; where there is none, the answer says why, or the reason what is wrong with its content.</summary>
    public static async Task<(RawPage? Page, WebAnswer Answer, string? Reason)> ReadAsync(
        FetchRequest request,
        Fetcher fetcher,
        TimeProvider time,
        CancellationToken cancellation = default
    )
    {
        var answer = await fetcher.FetchAsync(request, cancellation);
        if (answer.Outcome != WebOutcome.Content) return (null, answer, answer.Reason);
        var type = (answer.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        if (
            type.Length > 0
            && !type.StartsWith("text/", StringComparison.Ordinal)
            && !type.Contains("html", StringComparison.Ordinal)
            && !type.Contains("xml", StringComparison.Ordinal)
        )
            return (null, answer, $"it is no page but {type}");
        var (text, reason) = TextDecoder.Decode(answer.Content.ToArray(), isHtml: true, answer.Charset);
        if (text is null) return (null, answer, reason);
        var format = type == "text/plain" && !text.AsSpan().TrimStart().StartsWith("<") ? PageFormat.PlainText : PageFormat.Html;
        return (new RawPage { Url = answer.Address.AbsoluteUri, Fetched = time.GetUtcNow(), Format = format, Content = text }, answer, null);
    }
}
