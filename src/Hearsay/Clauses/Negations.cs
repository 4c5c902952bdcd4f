using Hearsay.Language;

namespace Hearsay.Clauses;

/// <summary>Whether a clause is negated: at its predicate, by its subject or object, or by what opens it.</summary>
internal static class Negations
{
    public static bool Negate(Reading reading, int head)
    {
        foreach (var child in reading.Children(head))
        {
            var word = reading.Tokens[child].Form.ToLowerInvariant();
            if (reading.Is(child, "advmod") || reading.Is(child, "cc") || reading.Is(child, "det") || reading.Is(child, "aux"))
            {
                if (Thesaurus.Is(word, WordSet.Negation | WordSet.Nobody)) return true;
                if (reading.Is(child, "advmod") && Holds(reading, child)) return true;
            }
            else if (reading.Is(child, "mark") || reading.Is(child, "case"))
            {
                if (word == "without") return true;
            }
            else if (reading.Is(child, "nsubj") || reading.Is(child, "obj"))
            {
                if (Thesaurus.Is(word, WordSet.Nobody) || Holds(reading, child)) return true;
            }
        }
        return false;
    }

    /// <summary>True where the phrase has a word that negates it: "no boat", "no longer", "neither ferry".</summary>
    private static bool Holds(Reading reading, int phrase)
    {
        foreach (var child in reading.Children(phrase))
        {
            if (
                (reading.Is(child, "det") || reading.Is(child, "advmod") || reading.Is(child, "cc"))
                && Thesaurus.Is(reading.Tokens[child].Form.ToLowerInvariant(), WordSet.Nobody | WordSet.Negation)
            )
                return true;
        }
        return false;
    }
}
