using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Text;

namespace Hearsay.Cast;

/// <summary>How a mention speaks of its entity.</summary>
public enum MentionKind : byte
{
    /// <summary>By its name, whole or in part ("Ana Ruiz", "Ruiz").</summary>
    Name,

    /// <summary>By its role ("the mayor").</summary>
    Role,

    /// <summary>By a noun of its name ("the agency").</summary>
    Noun,

    /// <summary>By a pronoun ("she", "his").</summary>
    Pronoun,

    /// <summary>By a capital that stands for its government ("Paris warned").</summary>
    Metonym,
}

/// <summary>What takes part in what a report tells.</summary>
public enum ParticipantKind : byte
{
    /// <summary>A person with a name.</summary>
    Person,

    /// <summary>A ministry, a firm, a party, an agency.</summary>
    Body,

    /// <summary>A country, which acts through its government.</summary>
    Country,

    /// <summary>Another place.</summary>
    Place,

    /// <summary>A person of whom the report gives only the role ("a spokesman").</summary>
    Unnamed,

    /// <summary>People told by a plural ("the researchers").</summary>
    Group,
}

/// <summary>What is known of an entity's gender, from given names, titles and pronouns.</summary>
public enum Gender : byte
{
    Unknown, Male, Female,
}

/// <summary>
/// A stretch that speaks of an entity. <paramref name="Head"/> is the index of its head token; for a name the stretch is the name without title.
/// </summary>
public readonly record struct Mention(TextSpan Span, int Head, MentionKind Kind);

/// <summary>A person, organisation or place of the report with every mention that could be told to be of it.</summary>
public sealed record Participant
{
    /// <summary>The fullest form of its name in the report; for one without a name the words of its first mention.</summary>
    public required string Canonical { get; init; }

    /// <summary>What it is.</summary>
    public required NameType Type { get; init; }

    /// <summary>What it is, as the later stages tell participants apart.</summary>
    public ParticipantKind Kind =>
        IsMany ? ParticipantKind.Group
        : Type == NameType.Person ? IsNamed ? ParticipantKind.Person : ParticipantKind.Unnamed
        : Gazetteer.CountryOf(Canonical) is not null ? ParticipantKind.Country
        : Type == NameType.Place ? ParticipantKind.Place
        : ParticipantKind.Body;

    /// <summary>False for one that is only spoken of by a role ("a spokesman").</summary>
    public required bool IsNamed { get; init; }

    /// <summary>True for people told by a plural ("the researchers").</summary>
    public bool IsMany { get; init; }

    /// <summary>In text order.</summary>
    public required ImmutableArray<Mention> Mentions { get; init; }

    /// <summary>The role or title that the text gives it ("mayor of Tolland", "President"); null where it gives none.</summary>
    public string? Role { get; init; }

    public Gender Gender { get; init; }

    /// <summary>What the text calls it besides its name.</summary>
    internal ImmutableArray<Called> Roles { get; init; } = [];
}
