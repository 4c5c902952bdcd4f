using Hearsay.Cast;
using Hearsay.Lab.Language.Training;
using Hearsay.Language;

namespace Hearsay.Lab.Language;

/// <summary>
/// Mentions of persons, organisations and places against GUM's chains, on the documents' own text. Mentions are compared by their head words: GUM
/// marks whole phrases, the engine names and pronouns. MUC, B³ and CEAF-e, and their mean; and how many of the pronouns that were resolved, where
/// GUM's antecedent is a named person, were given the right name.
/// </summary>
internal static class CoreferenceScores
{
    /// <summary>Scores one document, read deeply where <paramref name="deep"/> is given: the gold chains and the engine's, each a set of word numbers.</summary>
    public static void Score(List<GoldSentence> document, Tally tally, DeepReadings? deep = null, bool errors = false)
    {
        var text = SegmentationScores.RawText(document);
        var reading = SegmentationScores.Read(text, deep);
        var (gold, named) = GoldChains(document, text);
        var cast = CastReader.Read(reading);
        var found = cast.All.Select(e => e.Mentions.Select(m => reading.Tokens[m.Head].Span.Start).ToHashSet()).ToList();
        tally.Add(gold, found);
        foreach (var token in reading.Tokens)
        {
            if (
                token.Tag != Upos.Pron
                || token.Lemma is not ("he" or "she") && token.Form.ToLowerInvariant() is not ("he" or "she" or "him" or "her" or "his" or "hers")
            )
                continue;
            var chain = named.FirstOrDefault(c => c.Contains(token.Span.Start));
            if (chain is null)
                continue;
            var entity = cast.At(token.Index);
            var right =
                entity is not null && entity.Mentions.Any(m => m.Kind == MentionKind.Name && chain.Contains(reading.Tokens[m.Head].Span.Start));
            tally.Pronoun(entity is not null, right);
            if (errors && !right)
                Print(reading, token, entity, chain);
        }
    }

    private static void Print(Reading reading, Token pronoun, Participant? entity, HashSet<int> chain)
    {
        var wanted = reading.Tokens.Where(t => chain.Contains(t.Span.Start) && t.Tag == Upos.Propn).Select(t => t.Form).Distinct();
        var from = reading.Sentences[Math.Max(0, pronoun.Sentence - 2)].Span.Start;
        Console.WriteLine(
            $"PRONOUN {pronoun.Form}: wanted {string.Join(' ', wanted)}; found {(entity is null ? "nobody" : entity.Canonical + " " + entity.Gender)} ¦ {reading.Text[from..pronoun.Span.Start].ReplaceLineEndings(" ")}[{pronoun.Form}]"
        );
    }

    /// <summary>
    /// GUM's chains of persons, organisations and places with at least two mentions, each mention by the offset of its head; and those of persons
    /// with a name among them.
    /// </summary>
    private static (List<HashSet<int>> All, List<HashSet<int>> Named) GoldChains(List<GoldSentence> document, string text)
    {
        var chains = new Dictionary<string, (HashSet<int> Offsets, bool Named)>(StringComparer.Ordinal);
        var at = 0;
        foreach (var sentence in document)
        {
            var offsets = new int[sentence.Words.Length];
            for (var i = 0; i < offsets.Length; i++)
            {
                while (at < text.Length && char.IsWhiteSpace(text[at]))
                    at++;
                offsets[i] = at;
                at += sentence.Words[i].Form.Length;
            }

            foreach (var mention in GumEntities.WithIds(sentence))
            {
                if (mention.Type is not ("person" or "organization" or "place"))
                    continue;
                var head = Enumerable
                    .Range(mention.First, mention.Last - mention.First + 1)
                    .FirstOrDefault(i => sentence.Words[i].Head < mention.First || sentence.Words[i].Head > mention.Last, mention.Last);
                var chain = chains.TryGetValue(mention.Id, out var known) ? known : (Offsets: [], Named: false);
                chain.Offsets.Add(offsets[head]);
                chains[mention.Id] = (chain.Offsets, chain.Named || (mention.Type == "person" && sentence.Words[head].Upos == "PROPN"));
            }
        }

        var several = chains.Where(c => c.Value.Offsets.Count > 1).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Value).ToList();
        return ([.. several.Select(c => c.Offsets)], [.. several.Where(c => c.Named).Select(c => c.Offsets)]);
    }

    /// <summary>Sums over documents.</summary>
    internal sealed class Tally
    {
        private (double Num, double Den) mucPrecision,
            mucRecall, precision, recall, ceafPrecision,
            ceafRecall;
        private int pronouns,
            resolved,
            right;

        public double Muc => F1(mucPrecision, mucRecall);

        public double BCubed => F1(precision, recall);

        public double Ceaf => F1(ceafPrecision, ceafRecall);

        public double Mean => (Muc + BCubed + Ceaf) / 3;

        /// <summary>Of the pronouns that a name was given to, the share given the right one.</summary>
        public double PronounPrecision => resolved == 0 ? 0 : (double)right / resolved;

        /// <summary>Of all pronouns of named persons, the share given the right name.</summary>
        public double PronounAccuracy => pronouns == 0 ? 0 : (double)right / pronouns;

        public void Pronoun(bool isResolved, bool isRight)
        {
            pronouns++;
            if (isResolved)
                resolved++;
            if (isRight)
                right++;
        }

        public void Add(List<HashSet<int>> gold, List<HashSet<int>> all)
        {
            var found = all.Where(c => c.Count > 1).ToList();
            mucRecall = (mucRecall.Num + Links(gold, found), mucRecall.Den + gold.Sum(c => c.Count - 1));
            mucPrecision = (mucPrecision.Num + Links(found, gold), mucPrecision.Den + found.Sum(c => c.Count - 1));
            recall = Sum(recall, gold, found);
            precision = Sum(precision, found, gold);
            var similarity = Greedy(gold, found);
            ceafRecall = (ceafRecall.Num + similarity, ceafRecall.Den + gold.Count);
            ceafPrecision = (ceafPrecision.Num + similarity, ceafPrecision.Den + found.Count);
        }

        private static int Links(List<HashSet<int>> key, List<HashSet<int>> response) =>
            key.Sum(chain => chain.Count - (response.Count(r => r.Overlaps(chain)) + chain.Count(m => !response.Exists(r => r.Contains(m)))));

        private static (double, double) Sum((double Num, double Den) sum, List<HashSet<int>> key, List<HashSet<int>> response)
        {
            foreach (var chain in key)
            {
                foreach (var mention in chain)
                {
                    sum.Den++;
                    if (response.Find(r => r.Contains(mention)) is { } other)
                        sum.Num += (double)other.Count(chain.Contains) / chain.Count;
                }
            }

            return sum;
        }

        /// <summary>CEAF-e's one-to-one pairing, best pairs first: at most a little under the optimal one.</summary>
        private static double Greedy(List<HashSet<int>> gold, List<HashSet<int>> found)
        {
            var pairs =
                from g in Enumerable.Range(0, gold.Count)
                from f in Enumerable.Range(0, found.Count)
                let value = 2.0 * found[f].Count(gold[g].Contains) / (gold[g].Count + found[f].Count)
                where value > 0
                orderby value descending, g, f
                select (g, f, value);
            var (usedGold, usedFound, total) = (new HashSet<int>(), new HashSet<int>(), 0.0);
            foreach (var (g, f, value) in pairs)
            {
                if (usedGold.Contains(g) || usedFound.Contains(f))
                    continue;
                usedGold.Add(g);
                usedFound.Add(f);
                total += value;
            }

            return total;
        }

        private static double F1((double Num, double Den) p, (double Num, double Den) r)
        {
            var (precision, recall) = (p.Den == 0 ? 0 : p.Num / p.Den, r.Den == 0 ? 0 : r.Num / r.Den);
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }
}
