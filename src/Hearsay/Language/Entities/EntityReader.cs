using System.Collections.Immutable;

namespace Hearsay.Language;

/// <summary>
/// In: a reading with names and trees. Out: its entities: who is meant by each name, role and pronoun.
/// Method: one pass in text order. A name joins the entity whose name it repeats, shortens or abbreviates; a role ("the mayor") the last entity that
/// was given that role by title, apposition or copula; "he" and "she" the most salient person of that gender in the last sentences: subjects before
/// others, near before far, outside quotations before inside. Rules after the ordering ideas of Raghunathan et al. 2010 (precise rules first) and
/// Lappin and Leass 1994 (salience).
/// Limits: "it" and "they" stay unresolved; two people with one surname are told apart only by given name and title; where two candidates weigh the
/// same, none is taken.
/// </summary>
internal static class EntityReader
{
    public static ImmutableArray<Entity> Find(Reading reading)
    {
        var names = new NameLinker(reading);
        var roles = new RoleLinker(reading, names);
        var pronouns = new PronounResolver(reading);
        var nameAt = new Dictionary<int, int>();
        for (var n = 0; n < reading.Names.Length; n++) nameAt[reading.Names[n].First] = n;
        var drafts = new List<EntityDraft>();
        for (var i = 0; i < reading.Tokens.Length; i++)
        {
            if (nameAt.TryGetValue(i, out var index))
            {
                var name = reading.Names[index];
                if (names.Link(name, drafts) is { } named) roles.Describe(named, name, drafts);
                i = name.First + name.Count - 1;
            }
            else if (PronounResolver.IsPersonal(reading.Tokens[i]))
            {
                pronouns.Resolve(i, drafts);
            }
            else
            {
                roles.Link(i, drafts);
            }
        }

        return [.. drafts.Where(d => d.Mentions.Count > 0).Select(d => new Entity
        {
            Canonical = d.Name,
            Type = d.Type,
            IsNamed = d.IsNamed,
            Mentions = [.. d.Mentions.OrderBy(m => m.Span)],
            Role = d.Role,
            Gender = d.Gender,
        })];
    }
}
