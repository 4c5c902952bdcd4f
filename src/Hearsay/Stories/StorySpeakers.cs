using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Statements.Attributions;

namespace Hearsay.Stories;

/// <summary>Who the speakers of one report are among the cast of its story.</summary>
internal sealed class StorySpeakers(Report report, PersonNames persons, OfficeHolders holders, BodyNames bodies)
{
    private readonly Dictionary<string, string?> known = new(StringComparer.Ordinal);

    /// <summary>
    /// The story's name for who speaks, and where another report says that it is his; null where the report's own name stays.
    /// </summary>
    public (string Name, Citation? Where)? Of(Attribution attribution)
    {
        if (attribution.Speaker is not { } speaker) return null;
        if ((Named(speaker) ?? Owned(attribution, speaker)) is { } name) return (name, null);
        return attribution is { By: >= 0, Source: { } source } ? holders.Of(report.Cast[attribution.By], source.Of(report.Article.Text)) : null;
    }

    private string? Named(string speaker)
    {
        if (!known.TryGetValue(speaker, out var name)) known[speaker] = name = Several(speaker) ?? One(speaker);
        return name;
    }

    private string? One(string speaker) => persons.Named(speaker) ?? ForBody(speaker) ?? bodies.Named(report, speaker);

    /// <summary>Several who speak together, each by the story's name; null where one speaks or no name changes.</summary>
    private string? Several(string speaker)
    {
        var and = speaker.LastIndexOf(" and ", StringComparison.Ordinal);
        if (and < 0 || bodies.Knows(speaker)) return null;
        string[] parts = [.. speaker[..and].Split(", "), speaker[(and + 5)..]];
        if (!Array.TrueForAll(parts, p => p.Length > 0 && char.IsUpper(p[0]) && p.Split(' ').Length < 6)) return null;
        var names = Array.ConvertAll(parts, p => One(p) ?? SpeakerNames.OfCountry(p));
        return parts.SequenceEqual(names) ? null : string.Join(", ", names[..^1]) + " and " + names[^1];
    }

    /// <summary>
    /// What is a person's, by his full name ("Brandt's office"), and the country of the leader whose government speaks ("Brandt's regime"); null for
    /// others.
    /// </summary>
    private string? Owned(Attribution attribution, string speaker)
    {
        var end = speaker.IndexOf("'s ", StringComparison.Ordinal) is >= 0 and var at ? at : speaker.IndexOf("’s ", StringComparison.Ordinal);
        if (end <= 0 || attribution.Source is not { } source) return null;
        var owner = report.Cast.FirstOrDefault(p => p is { IsNamed: true, Type: NameType.Person } && p.Mentions.Any(m => source.Contains(m.Span) && speaker[..end] == m.Span.Of(report.Article.Text)));
        if (owner is null || persons.Named(SpeakerNames.WithoutTitle(owner.Canonical)) is not { } name) return null;
        return OneWord.Of(speaker[(end + 3)..]) == "government" ? holders.CountryOf(name) : name + speaker[end..];
    }

    /// <summary>
    /// The body or country for which somebody without a name speaks ("a spokesman for the Harbour Board", "Harbour Board officials"); null for others
    /// and for those of a town or a person.
    /// </summary>
    private string? ForBody(string speaker)
    {
        var words = speaker.Split(' ');
        var noun = Array.FindIndex(words, w => Thesaurus.Is(w.ToLowerInvariant(), WordSet.Speaking));
        if (noun < 0) return null;
        var last = noun == words.Length - 1;
        if (!last && (noun + 2 >= words.Length || !Thesaurus.Is(words[noun + 1], WordSet.Light) && words[noun + 1] is not ("at" or "with" or "from"))) return null;
        var body = (last ? words[..noun] : words[(noun + 1)..]).SkipWhile(w => !char.IsUpper(w[0]) && !Thesaurus.Is(w, WordSet.Force)).ToList();
        // "the Harbour Board at its offices in Tolland": where it is is no part of its name
        if (body.FindIndex(w => w is "its" or "their") is > 1 and var its) body.RemoveRange(its - 1, body.Count - its + 1);
        if (body.Count == 0 || body.Exists(w => Thesaurus.Is(w, WordSet.Relative) || w.EndsWith(','))) return null;
        var name = BodyNames.WithoutPossessive(string.Join(' ', body));
        return persons.Named(name) is null && persons.Named(string.Join(' ', body.TakeLast(2))) is null ? bodies.Speaking(report, name) : null;
    }
}
