using Hearsay.Language;

namespace Hearsay.Cast;

/// <summary>People told by a plural ("zoo officials", "the researchers"): one participant for each such phrase, taken up again by its noun.</summary>
internal sealed class GroupLinker(Reading reading)
{
    private const int Reach = 6;

    /// <summary>Joins the plural that token <paramref name="i"/> heads to the people it means, or begins them.</summary>
    public void Link(int i, List<ParticipantDraft> drafts)
    {
        var token = reading.Tokens[i];
        if (token.Tag != Upos.Noun || !token.Features.Contains("Number=Plur", StringComparison.Ordinal)) return;
        if (!PersonNouns.IsRole(token.Lemma) && !PersonNouns.Counts(token.Form) && !Thesaurus.Is(token.Lemma, WordSet.Collective | WordSet.AgencyNoun | WordSet.PublicBody)) return;
        if (!reading.Is(i, "nsubj") && !reading.Is(i, "obl") && !reading.Is(i, "obj")) return;
        var (first, last) = Called.Phrase(reading, i);
        var called = Called.Of(reading, i, first, last);
        var known = drafts.FindLast(d => d.IsMany && reading.Tokens[i].Sentence - reading.Tokens[d.LastToken].Sentence <= Reach && d.Roles.Exists(r => r.Answers(called)));
        if (known is null)
        {
            drafts.Add(known = new ParticipantDraft(NameType.Person, reading.SpanOf(first, last).Of(reading.Text), isNamed: false) { IsMany = true });
            known.Roles.Add(called);
        }
        known.Add(reading.NounPhrase(i), i, MentionKind.Role);
    }
}
