using Hearsay.Language;
using Hearsay.Text;

namespace Hearsay.Clauses;

/// <summary>The auxiliaries, copula, negation and particle of a predicate, and the time that their form tells.</summary>
internal readonly struct VerbGroup
{
    private readonly Reading reading;
    private readonly int head;

    public VerbGroup(Reading reading, int head)
    {
        (this.reading, this.head) = (reading, head);
        Copula = reading.Child(head, "cop");
        var particle = reading.Child(head, "compound:prt");
        Particle = particle >= 0 ? reading.Tokens[particle].Form.ToLowerInvariant() : null;
        var carrier = Copula >= 0 ? Copula : head;
        var first = carrier;
        while (first > 0 && BelongsTo(first - 1)) first--;
        // An adverb opens no group: "later had said" begins at "had".
        while (first < carrier && reading.Tokens[first].Tag == Upos.Adv && !IsNegation(first)) first++;
        var last = particle == carrier + 1 ? particle : carrier;
        if (Copula >= 0 && last + 1 < head && IsNegation(last + 1)) last++;
        Span = reading.SpanOf(first, last);
        Tense = TenseOf(carrier);
    }

    /// <summary>The token of the copula; -1 where there is none.</summary>
    public int Copula { get; }

    public string? Particle { get; }

    public TextSpan Span { get; }

    public Tense Tense { get; }

    private bool BelongsTo(int token) =>
        reading.Tokens[token].Head == head
        && (reading.Is(token, "aux") || reading.Is(token, "advmod") && reading.Tokens[token].Tag is Upos.Adv or Upos.Part);

    private bool IsNegation(int token) => Thesaurus.Is(reading.Tokens[token].Form.ToLowerInvariant(), WordSet.Negation);

    /// <summary>By the first auxiliary, else by the verb itself; "has sunk" is past.</summary>
    private Tense TenseOf(int carrier)
    {
        foreach (var child in reading.Children(head))
        {
            if (!reading.Is(child, "aux")) continue;
            var form = reading.Tokens[child].Form.ToLowerInvariant().Replace('’', '\'');
            if (form == "would") return Tense.Past;
            if (Thesaurus.Is(form, WordSet.Future)) return Tense.Future;
            if (reading.Tokens[child].Lemma == "have") return Tense.Past;
            return Of(reading.Tokens[child].Features) is var told and not Tense.None ? told : Tense.Present;
        }
        return IsPastForm(reading.Tokens[carrier]) ? Tense.Past : Of(reading.Tokens[carrier].Features);
    }

    /// <summary>"Sank": a finite form of its own without the ending of the present, whatever the features say of it.</summary>
    private static bool IsPastForm(Token verb) =>
        verb.Tag == Upos.Verb
        && verb.Features.Contains("VerbForm=Fin", StringComparison.Ordinal)
        && !verb.Form.EndsWith('s')
        && !verb.Form.Equals(verb.Lemma, StringComparison.OrdinalIgnoreCase);

    private static Tense Of(string features) =>
        features.Contains("Tense=Past", StringComparison.Ordinal) ? Tense.Past
        : features.Contains("Tense=Pres", StringComparison.Ordinal) && !features.Contains("VerbForm=Part", StringComparison.Ordinal) ? Tense.Present
        : Tense.None;
}
