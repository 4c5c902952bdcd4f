using Hearsay.Cast;
using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>
/// The named bodies of a report, to tell which of them "the company" or "the agency" can mean: only one of that kind, named shortly before or the
/// only one there is.
/// </summary>
internal sealed class SpokenBodies
{
    /// <summary>How many sentences back a body is still in mind.</summary>
    private const int Reach = 3;

    private static readonly HashSet<string> Public =
    [
        .. (
            "government ministry department council court police army navy force forces parliament senate congress commission authority agency directorate office bureau administration board committee assembly house union federation association "
        + "confederation guild chamber university college school hospital museum church club party team league states nations kingdom republic times post journal news herald tribune guidelines act law treaty report store forum service society foundation"
    ).Split(' '),
];

    private static readonly HashSet<string> Agencies =
    [
        "agency", "administration", "authority", "service", "bureau", "directorate", "office", "commission", "department",
    ];

    private readonly Words words;
    private readonly List<(int Token, string Name)> named = [];

    public SpokenBodies(Words words)
    {
        this.words = words;
        if (!words.HasTrees) return;
        foreach (var entity in words.Cast.All)
        {
            if (
                !entity.IsNamed
                || entity.Type != NameType.Organisation
                || Gazetteer.CountryOf(entity.Canonical) is not null
                || SpeakerNames.WithoutTitle(entity.Canonical) != entity.Canonical
            )
                continue;
            named.AddRange(
                entity
                    .Mentions.Where(m => m.Head >= words.Start(m.Head) && words[m.Head - 1] is not ("(" or "&") && words[m.Head + 1] != "&")
                    .Select(m => (m.Head, entity.Canonical))
            );
        }
        named.Sort((a, b) => a.Token != b.Token ? a.Token.CompareTo(b.Token) : string.CompareOrdinal(a.Name, b.Name));
    }

    /// <summary>True where a body of that name can be called "the <paramref name="noun"/>".</summary>
    public static bool Fits(string noun, string name)
    {
        var parts = name.ToLowerInvariant().Split(' ', '-').Select(w => w.TrimEnd('.')).ToList();
        if (parts.Contains(noun)) return true;
        var listed = Gazetteer.Of(name);
        return noun switch
        {
            "agency" => parts.Exists(Agencies.Contains) || (listed & Listed.Agency) != 0,
            "company" or "firm" => (listed & Listed.Company) != 0
                || (listed & (Listed.Body | Listed.Seat | Listed.Country | Listed.Place | Listed.Capital)) == 0
                    && !parts.Exists(Public.Contains)
                    && (parts.Count > 1 || !name.EndsWith('s')),
            "group" or "organization" or "organisation" => (listed & (Listed.Seat | Listed.Country | Listed.Place | Listed.Capital)) == 0
                && !parts.Exists(p =>
                    p
                        is "government"
                            or "ministry"
                            or "department"
                            or "court"
                            or "police"
                            or "army"
                            or "navy"
                            or "parliament"
                            or "senate"
                            or "congress"
                            or "guidelines"
                            or "store"
                            or "act"
                            or "university"
                ),
            _ => false,
        };
    }

    /// <summary>
    /// The body that "the <paramref name="noun"/>" at the token means: the one of the last sentences that fits, the subject first where several do;
    /// or the only one of the report; else null.
    /// </summary>
    public string? Meant(string noun, int token)
    {
        var sentence = words.Reading.Tokens[token].Sentence;
        var fitting = named
            .Where(n => Fits(noun, n.Name))
            .GroupBy(n => n.Name)
            .Where(g => g.Count() > 1 || (Gazetteer.Of(g.Key) & Listed.Company) != 0)
            .SelectMany(g => g)
            .ToList();
        for (var back = 0; back <= Reach; back++)
        {
            var here = fitting.Where(n => n.Token < token && words.Reading.Tokens[n.Token].Sentence == sentence - back).ToList();
            if (here.Count == 0) continue;
            if (here.Select(n => n.Name).Distinct().Count() == 1) return here[0].Name;
            var subjects = here.Where(n => words.Reading.Is(n.Token, "nsubj")).Select(n => n.Name).Distinct().ToList();
            return subjects is [var subject] ? subject : null;
        }
        var all = fitting.Where(n => n.Token < token).Select(n => n.Name).Distinct().ToList();
        return all is [var only] ? only : null;
    }

    /// <summary>The named body that is a subject earlier in the sentence, or in the one before; null for none or several.</summary>
    public string? Subject(int token)
    {
        var sentence = words.Reading.Tokens[token].Sentence;
        for (var back = 0; back <= 1; back++)
        {
            var subjects = named
                .Where(n => n.Token < token && words.Reading.Tokens[n.Token].Sentence == sentence - back && words.Reading.Is(n.Token, "nsubj"))
                .Select(n => n.Name)
                .Distinct()
                .ToList();
            if (subjects.Count > 0) return subjects is [var subject] ? subject : null;
        }
        return null;
    }
}
