namespace Hearsay.Model;

/// <summary>How the content of a page is written.</summary>
public enum PageFormat
{
    /// <summary>Text as a person pastes it, or as a program extracted it.</summary>
    PlainText,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>HTML, a whole page or a fragment.</summary>
    Html,
}

/// <summary>One page as it came in: its content and what came with it. Everything but the content may be unknown.</summary>
public sealed record RawPage
{
    /// <summary>The input's own id, where it has one.</summary>
    public string? Id { get; init; }

    /// <summary>The file it was read from; "-" for standard input; a record of a JSONL file adds "#" and its line number.</summary>
    public string? Path { get; init; }

    /// <summary>The address it was published at.</summary>
    public string? Url { get; init; }

    /// <summary>Who published it.</summary>
    public string? Outlet { get; init; }

    /// <summary>The headline, where it is known apart from the content.</summary>
    public string? Title { get; init; }

    /// <summary>The publication date as the metadata has it (ISO 8601 or another common form), not yet parsed.</summary>
    public string? Published { get; init; }

    /// <summary>When the page was fetched from its address, where that is known: an archive and the network tell it, a file does not.</summary>
    public DateTimeOffset? Fetched { get; init; }

    /// <summary>How <see cref="Content"/> is written.</summary>
    public required PageFormat Format { get; init; }

    /// <summary>The page itself.</summary>
    public required string Content { get; init; }
}
