using Hearsay.Language;
using Hearsay.Text;

namespace Hearsay.Cast;

/// <summary>An entity while its mentions are being gathered.</summary>
internal sealed class ParticipantDraft(NameType type, string name, bool isNamed)
{
    public NameType Type { get; set; } = type;

    public string Name { get; set; } = name;

    public bool IsNamed { get; } = isNamed;

    /// <summary>True for people told by a plural.</summary>
    public bool IsMany { get; init; }

    public Gender Gender { get; set; }

    /// <summary>Its other names in the text.</summary>
    public HashSet<string> Aliases { get; } = new(StringComparer.Ordinal);

    /// <summary>What the text calls it besides its name.</summary>
    public List<Called> Roles { get; } = [];

    public string? Role { get; set; }

    public List<Mention> Mentions { get; } = [];

    public int LastToken => Mentions.Count == 0 ? -1 : Mentions[^1].Head;

    public void Add(TextSpan span, int head, MentionKind kind) => Mentions.Add(new Mention(span, head, kind));
}
