using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Hearsay.Language;

namespace Hearsay.Cast;

/// <summary>
/// In: a reading with names and trees. Out: its cast: who is meant by each name, role and pronoun.
/// Method: one pass in text order. A name joins the participant whose name it repeats, shortens or abbreviates; a role ("the mayor") the last one
/// of whom all that it tells is told; a noun ("the agency") the body whose name has it, or that the text calls so; "he" and "she" the most salient
/// person of that gender in the last sentences: subjects before others, near before far, who spoke before who did not; "it" and "they", where they
/// speak, the body or the people who spoke. Rules after the ordering ideas of Raghunathan et al. 2010 (precise rules first) and Lappin and Leass 1994
/// (salience).
/// Limits: "it" and "they" that do not speak stay unresolved; where two candidates weigh the same, none is taken.
/// </summary>
public static class CastReader
{
    private static readonly ConditionalWeakTable<Reading, Participants> Known = [];

    /// <summary>The cast of a report; of one reading the same one, however often it is asked for.</summary>
    public static Participants Read(Reading reading) => Known.GetValue(reading, Find);

    private static Participants Find(Reading reading)
    {
        var speech = new Speech(reading);
        var names = new NameLinker(reading, speech);
        var roles = new RoleLinker(reading, names);
        var nouns = new NounLinker(reading, speech);
        var groups = new GroupLinker(reading);
        var bodies = new BodyPronouns(reading, speech);
        var pronouns = new PronounResolver(reading, speech);
        var nameAt = new Dictionary<int, int>();
        for (var n = 0; n < reading.Names.Length; n++) nameAt[reading.Names[n].First] = n;
        var drafts = new List<ParticipantDraft>();
        var ahead = new List<(int Pronoun, int Name)>();
        for (var i = 0; i < reading.Tokens.Length; i++)
        {
            if (nameAt.TryGetValue(i, out var index))
            {
                var name = reading.Names[index];
                if (names.Link(name, drafts) is { } named)
                {
                    roles.Describe(named, name, drafts);
                    nouns.Describe(named, name);
                    foreach (var (pronoun, _) in ahead.FindAll(a => a.Name == i)) pronouns.Resolve(pronoun, drafts, named);
                }
                i = name.First + name.Count - 1;
            }
            else if (PronounResolver.IsPersonal(reading.Tokens[i]))
            {
                if (pronouns.NameAhead(i) is { } first) ahead.Add((i, first));
                else pronouns.Resolve(i, drafts);
            }
            else if (bodies.Speaks(i))
            {
                bodies.Resolve(i, drafts);
            }
            else
            {
                roles.Link(i, drafts);
                nouns.Link(i, drafts);
                groups.Link(i, drafts);
            }
        }

        return new Participants(reading, [.. drafts.Where(d => d.Mentions.Count > 0).Select(d => new Participant
        {
            Canonical = d.Name,
            Type = d.Type,
            IsNamed = d.IsNamed,
            IsMany = d.IsMany,
            Mentions = [.. d.Mentions.OrderBy(m => m.Span)],
            Role = d.Role,
            Gender = d.Gender,
            Roles = [.. d.Roles],
        })]);
    }
}
