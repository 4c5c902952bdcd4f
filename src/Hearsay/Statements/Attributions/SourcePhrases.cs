using Hearsay.Cast;
using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>What the words of a source show by their shape: the part that names, its author, the known name that it speaks of.</summary>
internal sealed class SourcePhrases(Words words)
{
    /// <summary>
    /// The part of the phrase that names: before an apposition, or behind one that begins the phrase in lower case ("the envoy, Ana Ruiz").
    /// </summary>
    public TokenRange HeadPart(TokenRange source)
    {
        for (var i = source.First + 1; i < source.Last; i++)
        {
            if (words[i] is not ("," or "(" or "—" or "--")) continue;
            var before = new TokenRange(source.First, i - 1);
            var after = new TokenRange(i + 1, words[source.Last] is "," or ")" or "—" ? source.Last - 1 : source.Last);
            var named = NameRuns.In(words, before).LastOrDefault();
            if (named.Text is { Length: > 0 } && named.Range.Last == before.Last && named.IsPerson) return before;
            var behind = NameRuns.In(words, after).FirstOrDefault();
            if (
                behind.Text is { Length: > 0 }
                && behind.IsPerson
                && Enumerable.Range(after.First, behind.Range.First - after.First).All(j => NameRuns.IsTitle(words[j]) || words[j] == ".")
            )
                return behind.Range;
            var end = NameRuns.In(words, after).LastOrDefault();
            if (
                named.Text is not { Length: > 0 } || named.Range.Last != before.Last
                    ? end.Text is { Length: > 0 }
                        && end.Range.Last == after.Last
                        && end.IsPerson
                        && Enumerable.Range(after.First, end.Range.First - after.First).All(j => words.Tag(j) is Upos.Noun or Upos.Adj or Upos.Propn)
                    : false
            )
                return end.Range;
            if (
                words[source.First - 1] is "in" or "at" or "from" or "on" or "for"
                && end.Text is { Length: > 0 }
                && end.Range.Last == after.Last
                && end.IsPerson
            )
                return end.Range;
            return before;
        }
        return source;
    }

    /// <summary>The body that made the paper which speaks ("a report by the harbour board"); null for others.</summary>
    public TokenRange? Author(TokenRange source)
    {
        for (var i = source.First + 1; i < source.Last; i++)
        {
            if (words[i] is "by" or "from" && SpeakerNames.IsArtifact(words[i - 1])) return new TokenRange(i + 1, source.Last);
        }
        return null;
    }

    /// <summary>
    /// True where the name hangs on another noun by a preposition: "prosecutors in Tarn", "supporters of Ana Ruiz"; who speaks for an office is its
    /// holder.
    /// </summary>
    public bool IsWithin(TokenRange head, int name)
    {
        for (var i = head.First + 1; i < name; i++)
        {
            if (
                words[i] is "in" or "at" or "from" or "for" or "to" or "with" or "near" or "on"
                || words[i] == "of" && i == name - 1 && words[i - 1] is not ("office" or "administration" or "government" or "campaign" or "team")
            )
                return true;
        }
        return false;
    }

    /// <summary>True where nothing but articles, titles and "officials" stand beside the name.</summary>
    public bool IsBare(TokenRange head, NameRun run)
    {
        for (var i = head.First; i <= head.Last; i++)
        {
            if (run.Range.Contains(i) || words[i] is "the" or "a" or "officials" or "official" or "authorities" or "'s" or "former") continue;
            if (i < run.Range.First && NameRuns.IsTitle(words[i])) continue;
            return false;
        }
        return true;
    }

    /// <summary>
    /// The body whose name ends a phrase that says what it is ("the Tolland newspaper Canal Post"), or opens one ("Canal Post newspaper"); null for others.
    /// </summary>
    public Participant? Called(TokenRange source)
    {
        var head = HeadPart(source);
        for (var i = head.First; i <= head.Last; i++)
        {
            if (words.Cast.At(i) is not { IsNamed: true, Type: NameType.Organisation } body || words.Tag(i) != Upos.Propn) continue;
            var last = i;
            while (last < head.Last && words.Cast.At(last + 1) == body) last++;
            var (kind, isEnd) = last == head.Last ? (i - 1, true) : (head.Last, false);
            var others = isEnd ? new TokenRange(head.First, kind) : new TokenRange(last + 1, head.Last);
            if (!isEnd && (i > head.First + 1 || (Gazetteer.Of(body.Canonical) & (Listed.Body | Listed.Country)) != 0)) return null;
            if (!isEnd && words[kind] != "agency" && Thesaurus.Is(words[kind], WordSet.PublicBody | WordSet.Power)) return null;
            return others.Count > 0 && Speaking.IsBodyNoun(words, kind) && Enumerable.Range(others.First, others.Count).All(IsModifier) ? body : null;
        }
        return null;

        bool IsModifier(int token) =>
            words.Tag(token) is Upos.Noun or Upos.Adj or Upos.Det or Upos.Num || words[token] is "-" || Gazetteer.CountryOf(words.Form(token)) is not null
            || words.Cast.At(token) is { Type: NameType.Place };
    }

    /// <summary>True where the phrase is hardly more than the name of the body ("the official Canal Post").</summary>
    public bool IsBare(TokenRange source, Participant entity)
    {
        foreach (var mention in entity.Mentions)
        {
            var first = words.Reading.TokenAt(mention.Span.Start);
            if (!source.Contains(first)) continue;
            for (var i = source.First; i <= source.Last; i++)
            {
                if (
                    !mention.Span.Contains(words.Reading.Tokens[i].Span) && words[i] is not ("the" or "," or "officials" or "authorities" or "itself")
                    && !(i < first && words.Tag(i) == Upos.Adj && char.IsLower(words.Form(i)[0]))
                )
                    return false;
            }
            return true;
        }
        return false;
    }

    /// <summary>"Norland and Tarnish officials": the noun at the end is that of every part.</summary>
    public bool SharesNoun(List<TokenRange> parts)
    {
        var (last, noun) = (parts[^1], words.Form(parts[^1].Last));
        return last.Count > 1
            && noun.EndsWith('s')
            && char.IsLower(noun[0])
            && EndsInCountry(last with { Last = last.Last - 1 })
            && parts[..^1].TrueForAll(EndsInCountry);
    }

    /// <summary>"Tarnish officials" are not their country; null for others.</summary>
    public string? OfficialsOfCountry(TokenRange source)
    {
        var first = words[source.First] == "the" ? source.First + 1 : source.First;
        return words[source.Last] is "officials" or "authorities" && first < source.Last && EndsInCountry(new TokenRange(first, source.Last - 1))
            ? NameRuns.Text(words, source with { First = first })
            : null;
    }

    /// <summary>True where a country or a nationality ends the range, of one word or two.</summary>
    public bool EndsInCountry(TokenRange range)
    {
        var word = words.Form(range.Last);
        return Gazetteer.CountryOf(word) is not null
            || Gazetteer.CountryOf(word.Replace(".", "", StringComparison.Ordinal)) is not null
            || range.Count > 1 && Gazetteer.CountryOf(words.Form(range.Last - 1) + " " + word) is not null;
    }
}
