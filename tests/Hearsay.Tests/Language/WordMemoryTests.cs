using Hearsay.Language;
using Hearsay.Language.Models;
using Hearsay.Model;

namespace Hearsay.Tests.Language;

/// <summary>What is remembered of a word gives what would be worked out anew.</summary>
public sealed class WordMemoryTests
{
    private const string Report = """
        VESTERHAVN, Norland (Skerry Wire) — Ferry captain Ilse Brandt was cleared on Tuesday of "reckless steering", the Court of Appeal in Vesterhavn said.
        The U.S. coast guard and Dr. Amadou N'Diaye of the University of Malmö had told the court that the Aurora's rudder wasn't repaired in 2019.
        "We won't appeal," said Mr. O'Hara, 54, whose co-operative runs 12 boats; Anna-Lena Öberg, his deputy, declined to comment. that is that, and to that they agreed.
        Where did Brandt go? North Korea's envoy, South African officials and the World Health Organization did not say. SAID HE: "NO COMMENT".
        """;

    private static readonly LanguageModel Model = LanguageModel.Shipped;

    [Fact]
    public void Tags_and_names_of_remembered_words_are_those_of_words_met_for_the_first_time()
    {
        var reading = LanguageReader.ReadWithoutTrees(new Article { Id = "a", Text = Report });
        var (met, remembered) = (new WordTable(), new WordTable());
        var evidence = new NameEvidence();
        foreach (var forms in Sentences(reading))
        {
            evidence.Begin();
            foreach (var form in forms) evidence.See(form);
        }

        foreach (var forms in Sentences(reading))
        {
            met.Clear();
            remembered.Clear();
            foreach (var form in forms) met.Add(form, Model.Lexicon);
            for (var i = 0; i < met.Count; i++) met[i].Class = Model.Names!.WordClasses.Of(met[i].Lower);
            foreach (var form in forms) remembered.Add(Model.Words.Of(form), Model.Words);
            Assert.Equal(Read(met, evidence), Read(remembered, evidence));
        }
    }

    [Fact]
    [Trait("Lane", "slow")]
    public void Words_share_a_place_in_memory_without_being_taken_for_each_other()
    {
        var memory = new WordMemory(Model);
        var words = Enumerable.Range(0, 40_000).Select(n => $"{(char)('a' + n % 26)}{n}{(n % 3 == 0 ? "ö" : "")}{new string('x', n % 19)}").ToArray();
        foreach (var word in words.Concat(words)) Assert.Equal(word, memory.Of(word).Form);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("ab", "aab")]
    [InlineData("word", "wörd")]
    [InlineData("abcdefgh", "abcdefghabcdefgh")]
    [InlineData("abcdefghi", "abcdefghijk")]
    [InlineData("12345678", "\u3131\u3232\u3333\u3434\u3535\u3636\u3737\u3838")]
    public void Different_words_have_different_keys(string one, string other) => Assert.NotEqual(FormKey.Of(one), FormKey.Of(other));

    [Fact]
    public void The_dictionary_form_follows_the_tag_and_not_the_tag_asked_for_before()
    {
        var word = KnownWord.Of("leaves", Model);
        var tags = Enumerable.Range(0, Model.Tags.Count).Select(t => (byte)t).ToArray();
        var lemmas = tags.Select(t => Model.Lemmatizer.Lemma("leaves", t, Model.Tags.Upos(t))).ToArray();
        Assert.True(lemmas.Distinct().Count() > 1);
        Assert.Equal(lemmas.Concat(lemmas), tags.Concat(tags).Select(t => word.As(t, Model).Lemma));
    }

    private static IEnumerable<string[]> Sentences(Reading reading) =>
        reading.Sentences.Select(s => Enumerable.Range(s.First, s.Count).Select(i => reading.Tokens[i].Form).ToArray());

    private static string Read(WordTable words, NameEvidence evidence)
    {
        var (tags, labels, scores) = (new byte[words.Count], new byte[words.Count], new int[4 * words.Count]);
        Model.Tagger.Tag(words, tags);
        Model.Names!.Find(words, tags, new NameSight(), evidence, labels, scores);
        return $"{string.Join(' ', tags)} | {string.Join(' ', labels)} | {string.Join(' ', scores)}";
    }
}
