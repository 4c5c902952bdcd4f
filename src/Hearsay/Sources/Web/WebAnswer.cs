namespace Hearsay.Sources.Web;

/// <summary>What became of a request, by what is to be done about it.</summary>
public enum WebOutcome
{
    /// <summary>The content is there.</summary>
    Content,

    /// <summary>304: it is what it was.</summary>
    NotModified,

    /// <summary>410: it is gone and will not come back.</summary>
    Gone,

    /// <summary>404: it is not there now.</summary>
    Missing,

    /// <summary>Not asked for, or not read: robots.txt, a private address, too large, a redirect in a circle.</summary>
    Refused,

    /// <summary>408, 425, 429, 5xx: to be asked again later, not before <see cref="WebAnswer.RetryAt"/>.</summary>
    Later,

    /// <summary>Another status that is no content (401, 403, 451).</summary>
    Denied,

    /// <summary>No whole answer: no such host, no connection, no answer in time, an answer that breaks off.</summary>
    Broken,
}

/// <summary>The answer to a request, or what came instead.</summary>
public sealed record WebAnswer
{
    /// <summary>What became of it.</summary>
    public required WebOutcome Outcome { get; init; }

    /// <summary>The status of the last answer; null where there was none.</summary>
    public int? Status { get; init; }

    /// <summary>The address that answered, after redirects.</summary>
    public required Uri Address { get; init; }

    /// <summary>
    /// Where what was asked for lives from now on: the end of the permanent redirects (301, 308) that lead to the content; null where there were
    /// none.
    /// </summary>
    public Uri? MovedTo { get; init; }

    /// <summary>The content, unpacked.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The Content-Type as it was sent.</summary>
    public string? ContentType { get; init; }

    /// <summary>The validators for the next request.</summary>
    public string? ETag { get; init; }

    /// <inheritdoc cref="ETag"/>
    public string? LastModified { get; init; }

    /// <summary>When the server wants to be asked again at the earliest.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>How long the content stays fresh, as the server says (max-age).</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>Why there is no content, in words for a person; null where there is.</summary>
    public string? Reason { get; init; }

    /// <summary>The charset that the server names.</summary>
    public string? Charset => TextDecoder.CharsetOf(ContentType);

    internal static WebAnswer Refused(Uri address, string reason) => new() { Outcome = WebOutcome.Refused, Address = address, Reason = reason };
}

/// <summary>What is asked for.</summary>
public sealed record FetchRequest(Uri Address)
{
    /// <summary>The validators of the last answer: the server may say that nothing has changed.</summary>
    public string? ETag { get; init; }

    /// <inheritdoc cref="ETag"/>
    public string? LastModified { get; init; }

    /// <summary>The types that are wanted.</summary>
    public string Accept { get; init; } = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";
}
