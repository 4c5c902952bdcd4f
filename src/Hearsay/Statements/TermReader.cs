using System.Collections.Immutable;
using Hearsay.Cast;
using Hearsay.Language;

namespace Hearsay.Statements;

/// <summary>Reading in, terms and names out: the words of a report as the later stages compare them.</summary>
internal static class TermReader
{
    /// <summary>One term a token, in order.</summary>
    public static ImmutableArray<Term> Read(Reading reading)
    {
        var terms = ImmutableArray.CreateBuilder<Term>(reading.Tokens.Length);
        var quotation = 0;
        foreach (var token in reading.Tokens)
        {
            while (quotation < reading.Quotations.Length && reading.Quotations[quotation].Span.End <= token.Span.Start) quotation++;
            var quoted = quotation < reading.Quotations.Length && reading.Quotations[quotation].Span.Contains(token.Span);
            var lemma = string.IsNullOrEmpty(token.Lemma) ? token.Form : token.Lemma;
            terms.Add(new Term(token.Span, lemma.ToLowerInvariant(), token.Tag, quoted, token.Sentence));
        }
        return terms.MoveToImmutable();
    }

    /// <summary>
    /// Persons, organisations and places by their fullest name in the report, then what else bears a name, in order of first mention.
    /// </summary>
    public static ImmutableArray<NamedThing> Names(Reading reading)
    {
        var entities = from entity in CastReader.Read(reading).All
                       where entity.IsNamed
                       let mentions = entity.Mentions.Where(m => m.Kind is MentionKind.Name or MentionKind.Metonym).Select(m => m.Span).ToImmutableArray()
                       where mentions.Length > 0
                       select new NamedThing(entity.Canonical, entity.Type, mentions);
        var others = from name in reading.Names
                     where name.Type == NameType.Other
                     group name.Span by name.Span.Of(reading.Text) into g
                     select new NamedThing(g.Key, NameType.Other, [.. g]);
        return [.. entities.Concat(others).OrderBy(n => n.Mentions[0])];
    }
}
