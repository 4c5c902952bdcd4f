using System.Collections.Frozen;
using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Text;

namespace Hearsay.Statements.Figures;

/// <summary>
/// Quantity in, the thing it counts out: the noun phrase behind the number ("12 fishing boats", "dozens of boats", "$5 million in aid"), its head
/// after the dependency tree where that agrees with the words' order. A measure that stands as the complement of a verb counts the verb's subject
/// ("prices rose 6%"), and a bare number what the number of is told ("the number of boats fell to 12"). Known limit: another phrase that stands before
/// the number ("a death toll of 40") is left to the verb.
/// </summary>
internal sealed class CountedReader(Reading reading)
{
    private const int Longest = 9;

    /// <summary>Verbs whose subject is what the measure beside them measures.</summary>
    private static readonly FrozenSet<string> Measuring = new[]
    {
        "be", "rise", "fall", "grow", "drop", "increase", "decrease", "decline", "climb", "jump", "surge", "soar", "plunge", "slip", "slide",
        "shrink", "gain", "lose", "reach", "hit", "total", "cost", "amount", "exceed", "average", "measure", "weigh",
        "stand", "sell", "trade", "close", "open", "cover", "stretch", "span", "double", "expand", "contract", "slow", "dip", "tumble", "peak", "top",
        "surpass", "equal", "represent", "account", "make", "advance", "rebound", "swell", "ease", "accelerate",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What the quantity counts; null where nothing in its sentence says so.</summary>
    public CountedThing? Read(LexemeList text, Quantity quantity)
    {
        var number = TokenAt(text[quantity.First].Start);
        if (number < 0) return null;
        var behind = quantity.Per is null ? quantity.End : quantity.NumberEnd;
        var next = TokenFrom(text[behind - 1].End, number);
        var limit = SentenceEnd(number);
        var counts = quantity.Kind is QuantityKind.Count or QuantityKind.Share;
        var of = next < limit && reading.Tokens[next].Form.Equals("of", StringComparison.OrdinalIgnoreCase);
        var bareVague =
            quantity.Form == NumberForm.Vague
            && quantity.Low is not null
            && !of
            && next < limit
            && !reading.Tokens[next].Form.Equals("more", StringComparison.OrdinalIgnoreCase)
            && !text.Is(quantity.First, "several")
            && !text.Is(quantity.First, "a");
        if (bareVague) return null;
        if (of || (quantity.Kind == QuantityKind.Money && next < limit && reading.Tokens[next].Form == "in")) next++;
        else if (!counts && !Attributive(text, quantity, behind, next, limit)) return Subject(number, quantity);
        return Phrase(next, limit, counts && !of ? number : -1, counts && quantity.Low != 1 && (quantity.Form != NumberForm.Fraction || of))
            ?? (counts ? ByForm(next, limit) ?? (quantity.Kind == QuantityKind.Count ? NumberOf(number) : null) : Subject(number, quantity));
    }

    /// <summary>Where the tags show no noun: the first of the next three words that is a noun of persons or has the form of a plural.</summary>
    private CountedThing? ByForm(int start, int limit)
    {
        while (start < limit && Skippable(reading.Tokens[start])) start++;
        for (var i = start; i < limit && i < start + 3; i++)
        {
            var form = reading.Tokens[i].Form;
            if (
                !char.IsLetter(form[0])
                || FunctionWords.Ends(form)
                || reading.Tokens[i].Tag is Upos.Adp or Upos.Aux or Upos.Adv or Upos.Pron or Upos.Sconj
            )
                return null;
            if (Harm.Is(form)) return null;
            if (!PersonNouns.Counts(form) && !(form.Length > 3 && form.EndsWith('s') && !form.EndsWith("ss", StringComparison.Ordinal))) continue;
            return new CountedThing(
                TextSpan.Cover(reading.Tokens[start].Span, reading.Tokens[i].Span),
                NounForms.Singular(form),
                [.. Enumerable.Range(start, i - start).Select(n => reading.Tokens[n].Form.ToLowerInvariant())],
                PersonNouns.Counts(form)
            )
            {
                Verb = Verb(i),
                Token = i,
            };
        }
        return null;
    }

    /// <summary>What a bare number does or undergoes: the verb that it is subject or object of; null where none is.</summary>
    public string? VerbOf(LexemeList text, Quantity quantity)
    {
        var number = TokenAt(text[quantity.NumberEnd - 1].Start);
        if (number < 0) return null;
        var follows = number + 1 < reading.Tokens.Length ? reading.Tokens[number + 1] : default;
        if (follows.Form is not null && Harm.Is(follows.Lemma ?? follows.Form)) return follows.Lemma;
        return Verb(number);
    }

    /// <summary>A measure before its noun: "a $7 million campaign", "a six-mile trip".</summary>
    private bool Attributive(LexemeList text, Quantity quantity, int behind, int next, int limit) =>
        next < limit
        && (reading.Tokens[next].Tag is Upos.Noun or Upos.Adj || text.IsHyphen(behind))
        && reading.Tokens[next].Tag is not (Upos.Adp or Upos.Adv or Upos.Verb)
        && (quantity.Kind == QuantityKind.Money || text.IsHyphen(quantity.NumberEnd) || quantity.Kind == QuantityKind.Percent);

    private CountedThing? Phrase(int start, int limit, int number, bool plural)
    {
        // "from 40 a day before": when, not what
        if (start + 1 < limit && reading.Tokens[start].Form is "a" or "an" && UnitTable.IsTime(reading.Tokens[start + 1].Form)) return null;
        while (start < limit && Skippable(reading.Tokens[start])) start++;
        var (end, head) = (start, -1);
        for (; end < limit && end < start + Longest; end++)
        {
            var token = reading.Tokens[end];
            if (token.Tag == Upos.Propn && DateFilter.NamesDay(token.Form)) break;
            if (token.Tag is Upos.Noun or Upos.Propn) head = IsPossessor(end, limit) ? head : end;
            else if (!Inside(token, end, limit, start)) break;
        }
        if (head < 0) return null;
        if (plural && !IsPlural(head)) head = LastPlural(start, head);
        if (Harm.Is(reading.Tokens[head].Form)) return null;
        if (
            number >= 0
            && reading.Tokens[number] is { Head: var governor, Relation: "nummod" }
            && governor >= start
            && governor < head
            && reading.Tokens[governor].Tag is Upos.Noun
            && !char.IsUpper(reading.Tokens[governor].Form[0])
            && (!plural || IsPlural(governor))
        )
            head = governor;
        var modifiers = ImmutableArray.CreateBuilder<string>();
        for (var i = start; i < head; i++)
            if (reading.Tokens[i].Tag is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Verb)
                modifiers.Add((reading.Tokens[i].Lemma ?? reading.Tokens[i].Form).ToLowerInvariant());
        var form = reading.Tokens[head].Form;
        return new CountedThing(
            TextSpan.Cover(reading.Tokens[start].Span, reading.Tokens[head].Span), NounForms.Singular(form), modifiers.ToImmutable(),
            PersonNouns.Counts(form)
        )
        {
            Verb = Verb(head),
            Token = head,
        };
    }

    private bool IsPlural(int token) =>
        PersonNouns.Counts(reading.Tokens[token].Form) || reading.Tokens[token].Form is [.., not ('s' or 'u' or 'i'), 's'];

    /// <summary>"boats sank", both taken for nouns: what is counted in the plural has its form.</summary>
    private int LastPlural(int start, int head)
    {
        for (var i = head - 1; i >= start; i--)
            if (reading.Tokens[i].Tag is Upos.Noun or Upos.Propn or Upos.Adj && IsPlural(i)) return i;
        return head;
    }

    private bool IsPossessor(int token, int limit) =>
        token + 1 < limit
        && reading.Tokens[token + 1] is { Tag: Upos.Part, Form: "'s" or "’s" or "'" or "’" }
        && token + 2 < limit
        && reading.Tokens[token + 2].Tag is Upos.Noun or Upos.Propn or Upos.Adj;

    private static bool Skippable(Token token) =>
        token.Form is not "New" && (token.Tag is Upos.Det || (token.Tag == Upos.Pron && token.Relation == "nmod:poss") || token.Form is "-" or "–"
        || (token.Lemma ?? token.Form).ToLowerInvariant()
            is "more"
                or "other"
                or "additional"
                or "such"
                or "most"
                or "another"
                or "further"
                or "extra"
                or "new"
                or "so-called"
                or "the"
                or "a"
                or "an"
                or "their"
                or "its"
                or "his"
                or "her"
                or "our"
                or "my"
                or "those"
                or "these"
    );

    private bool Inside(Token token, int at, int limit, int start) => token.Tag switch
    {
        Upos.Adj => true,
        Upos.Num => at > start && token.Relation is "nummod" or "compound",
        Upos.Part => token.Form is "'s" or "’s" or "'" or "’",
        Upos.Punct => token.Form is "-" or "–"
            || (token.Form is "[" or "]" or "(" && false)
            || (
                token.Form == ","
                && at + 1 < limit
                && reading.Tokens[at + 1].Tag == Upos.Adj
                && at > start
                && reading.Tokens[at - 1].Tag == Upos.Adj
            ),
        Upos.Verb => token.Relation == "amod"
            || (
                at + 1 < limit
                && at == start
                && reading.Tokens[at + 1].Tag == Upos.Noun
                && (token.Form.EndsWith("ed", StringComparison.Ordinal) || token.Form.EndsWith("ing", StringComparison.Ordinal))
            ),
        Upos.Adv => at + 1 < limit && reading.Tokens[at + 1].Tag == Upos.Adj && token.Relation == "advmod" && token.Head == at + 1,
        Upos.Cconj => at + 1 < limit && at > start && reading.Tokens[at - 1].Tag == Upos.Adj && reading.Tokens[at + 1].Tag == Upos.Adj,
        _ => false,
    };

    /// <summary>The subject of the verb that a measure completes.</summary>
    private CountedThing? Subject(int number, Quantity quantity)
    {
        if (quantity.Kind is QuantityKind.Count or QuantityKind.Duration or QuantityKind.Age) return null;
        var at = number;
        for (var steps = 0; steps < 6 && at >= 0 && reading.Tokens[at].Tag is not (Upos.Verb or Upos.Aux); steps++) at = reading.Tokens[at].Head;
        if (
            at < 0
            || reading.Tokens[at].Tag != Upos.Verb
            || reading.Subject(at) is not (var subject and >= 0)
            || reading.Tokens[subject].Tag is not (Upos.Noun or Upos.Propn)
            || subject > number
            || !Measuring.Contains(reading.Tokens[at].Lemma)
        )
            return null;
        var form = reading.Tokens[subject].Form;
        var modifiers = reading
            .Children(subject)
            .ToArray()
            .Where(c => c < subject && reading.Tokens[c].Relation is "amod" or "compound")
            .Select(c => (reading.Tokens[c].Lemma ?? "").ToLowerInvariant());
        var first = subject;
        while (first > 0 && reading.Tokens[first - 1].Head == subject && reading.Tokens[first - 1].Relation is "amod" or "compound") first--;
        return new CountedThing(
            TextSpan.Cover(reading.Tokens[first].Span, reading.Tokens[subject].Span),
            NounForms.Singular(form),
            [.. modifiers],
            PersonNouns.Counts(form)
        )
        {
            Verb = reading.Tokens[at].Lemma,
            Token = subject,
        };
    }

    private string? Verb(int nominal)
    {
        if (nominal >= 0 && reading.Child(nominal, "acl") is var participle and >= 0 && reading.Tokens[participle].Tag == Upos.Verb)
            return reading.Tokens[participle].Lemma;
        for (var (at, steps) = (nominal, 0); at >= 0 && steps < 4; steps++)
        {
            var token = reading.Tokens[at];
            if (token.Relation is "nsubj" or "nsubj:pass" or "obj" or "root")
                return token.Relation == "root" ? null
                    : token.Head >= 0 && reading.Tokens[token.Head].Tag is Upos.Verb or Upos.Adj ? reading.Tokens[token.Head].Lemma
                    : null;
            if (token.Relation is not ("nummod" or "nmod" or "conj" or "compound" or "amod")) return null;
            at = token.Head;
        }
        return null;
    }

    private static bool Puts(Token token) => token.Form is "put" or "puts" or "putting" or "pegged" or "pegs";

    /// <summary>The subject of "put the figure at 40", as far as nobody else is said to say so; an empty stretch where there is none.</summary>
    public TextSpan PutBy(Quantity quantity)
    {
        // by the order of the words: what stands between "put" and the number is too loose for the tree
        var at = TokenAt(quantity.Span.Start) - 1;
        if (at < 0 || reading.Tokens[at].Form != "at") return default;
        for (var steps = 0; steps < 8 && at >= 0 && !Puts(reading.Tokens[at]); steps++) at--;
        if (at < 0 || reading.Tokens[at].Sentence != reading.Tokens[TokenAt(quantity.Span.Start)].Sentence || !Puts(reading.Tokens[at]))
            return default;
        var subject = at - 1;
        while (
            subject >= 0
            && at - subject <= 3
            && reading.Tokens[subject].Form
                is "has"
                    or "have"
                    or "had"
                    or "also"
                    or "now"
                    or "since"
                    or "later"
                    or "earlier"
                    or "previously"
                    or "initially"
        )
            subject--;
        if (subject >= 0 && reading.Tokens[subject].Tag is not (Upos.Noun or Upos.Propn)) subject = reading.Child(at, "nsubj");
        if (subject < 0 || subject > at || reading.Tokens[subject].Tag is not (Upos.Noun or Upos.Propn)) return default;
        var phrase = reading.NounPhrase(subject);
        // "said that the insurers put it at 60": somebody else says so
        return TokenAt(phrase.Start) is > 0 and var first && reading.Tokens[first - 1].Form is "that" ? default : phrase;
    }

    /// <summary>True where the words behind the number show "one" to be the pronoun: a verb follows it that does no harm.</summary>
    public bool IsPronoun(LexemeList text, Quantity quantity)
    {
        var next = TokenFrom(text[quantity.NumberEnd - 1].End, 0);
        return next < reading.Tokens.Length
            && reading.Tokens[next].Tag is Upos.Verb or Upos.Aux
            && reading.Tokens[next].Relation is not "amod"
            && !Harm.Is(reading.Tokens[next].Form);
    }

    /// <summary>
    /// True where the words before the figure in its sentence point back to the figure before: "that figure", "put the number at", "the toll had grown
    /// to", "it is nearer".
    /// </summary>
    public bool GoesOn(Quantity quantity)
    {
        var token = TokenAt(quantity.Span.Start);
        if (token < 0) return false;
        var first = reading.Sentences[reading.Tokens[token].Sentence].First;
        if (reading.Tokens[first].Form is "It") return true;
        for (var i = token - 1; i >= first; i--)
        {
            if (reading.Tokens[i].Form is "it") return token - i <= Pointing;
            if (i > first && NumberNouns.Contains(reading.Tokens[i].Form) && reading.Tokens[i + 1].Form is not "of")
                return reading.Tokens[i - 1].Form.ToLowerInvariant() is "the" or "that" or "this";
        }

        return false;
    }

    /// <summary>How many words before a number "it" still means what is counted ("thinks it is nearer 40").</summary>
    private const int Pointing = 4;

    private static readonly FrozenSet<string> NumberNouns = DataFile.Lines("Statements/Data/number-nouns.txt").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True where a bare number is itself who did or underwent something: "more than 40 are stuck", "12 were hurt".</summary>
    public bool IsSubject(LexemeList text, Quantity quantity)
    {
        var next = TokenFrom(text[quantity.NumberEnd - 1].End, 0);
        return next < reading.Tokens.Length && next < SentenceEnd(TokenAt(quantity.Span.Start)) && reading.Tokens[next].Form is "are" or "were" or "have";
    }

    /// <summary>What "the number of stranded passengers fell to 40" counts; null where no such words lead to the number.</summary>
    private CountedThing? NumberOf(int number)
    {
        var first = reading.Sentences[reading.Tokens[number].Sentence].First;
        var verb = -1;
        for (var i = number - 1; i >= first; i--)
        {
            var token = reading.Tokens[i];
            if (token.Tag == Upos.Num || token.Form is ";" or ":") return null;
            if (verb < 0 && token.Tag is (Upos.Verb or Upos.Aux)) verb = i;
            if (token.Form == "of" && i > first && NumberNouns.Contains(reading.Tokens[i - 1].Form)) return verb < 0 ? null : Phrase(i + 1, verb, -1, plural: true);
        }

        return null;
    }

    /// <summary>The index of the quantity's sentence; -1 outside.</summary>
    public int SentenceOf(Quantity quantity) => TokenAt(quantity.Span.Start) is >= 0 and var token ? reading.Tokens[token].Sentence : -1;

    /// <summary>
    /// The nearest word before the quantity in its sentence that tells of what befell persons as a noun: "die" for "the toll", the word itself in "the
    /// number of dead", "the injured"; null where there is none.
    /// </summary>
    public string? TollBefore(Quantity quantity)
    {
        var number = TokenAt(quantity.Span.Start);
        if (number < 0) return null;
        var first = reading.Sentences[reading.Tokens[number].Sentence].First;
        for (var i = number - 1; i >= first; i--)
        {
            if (reading.Tokens[i + 1].Tag is Upos.Noun or Upos.Propn or Upos.Adj) continue;
            if (reading.Tokens[i].Form.Equals("toll", StringComparison.OrdinalIgnoreCase)) return "die";
            if (i > first && Harm.Is(reading.Tokens[i].Form) && reading.Tokens[i - 1].Form.ToLowerInvariant() is "the" or "of") return reading.Tokens[i].Lemma;
        }

        return null;
    }

    /// <summary>The token that holds the character; -1 where none does.</summary>
    public int TokenAt(int offset)
    {
        var token = TokenFrom(offset, 0);
        return token < reading.Tokens.Length && reading.Tokens[token].Span.Contains(offset) ? token : -1;
    }

    /// <summary>The first token that ends behind the character, from <paramref name="from"/> on.</summary>
    private int TokenFrom(int offset, int from)
    {
        var (low, high) = (from, reading.Tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (reading.Tokens[middle].Span.End <= offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private int SentenceEnd(int token) => reading.Sentences[reading.Tokens[token].Sentence] is var sentence ? sentence.First + sentence.Count : 0;
}
