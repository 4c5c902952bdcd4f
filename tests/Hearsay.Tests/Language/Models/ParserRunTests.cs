using Hearsay.Language.Models;

namespace Hearsay.Tests.Language.Models;

public sealed class ParserRunTests
{
    private static readonly LanguageModel Model = LanguageModel.Shipped;

    private static readonly string[] Sentences =
    [
        "The harbour board said the crane was safe .",
        "Vander , who leads the union , told reporters on Monday that wages would fall , but the owners denied it .",
        "Closed .",
        "Forty of the ninety ferries that ran last year have been sold .",
    ];

    [Fact]
    public void A_sentence_is_parsed_alike_alone_and_with_others()
    {
        var together = Parsed(Sentences);
        Assert.Equal(string.Concat(Sentences.Select(s => Parsed([s]))), together);
        Assert.Contains("said nsubj board", together, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_tree_of_the_network_hangs_on_one_root()
    {
        var random = new Random(4);
        string[] words = [.. Sentences.SelectMany(s => s.Split(' '))];
        var run = new ParserRun(Model.Parser!);
        for (var round = 0; round < 200; round++)
        {
            // Words in disorder, so that heads chosen one by one give circles and several roots.
            var sentence = Enumerable.Range(0, random.Next(1, 30)).Select(_ => words[random.Next(words.Length)]).ToArray();
            var (table, tags, heads, labels) = Tagged(sentence);
            run.Clear();
            run.Add(table, tags);
            run.Parse(tags, heads, labels);
            Assert.True(SpanningTree.IsTree(heads), string.Join(' ', sentence));
        }
    }

    /// <summary>For each word its head, its relation and itself.</summary>
    private static string Parsed(string[] sentences)
    {
        var run = new ParserRun(Model.Parser!);
        var forms = sentences.Select(s => s.Split(' ')).ToArray();
        var count = forms.Sum(f => f.Length);
        var (tags, heads, labels) = (new byte[count], new int[count], new byte[count]);
        var at = 0;
        foreach (var sentence in forms)
        {
            var (table, own, _, _) = Tagged(sentence);
            run.Add(table, own);
            own.CopyTo(tags, at);
            at += sentence.Length;
        }

        run.Parse(tags, heads, labels);
        at = 0;
        return string.Concat(forms.Select(sentence => string.Join(", ", sentence.Select(form =>
        {
            var (head, relation, tag) = (heads[at], Model.Parser!.Relations[labels[at]], Model.Tags.Upos(tags[at]));
            at++;
            return $"{(head < 0 ? "-" : sentence[head])} {relation} {form} {tag}";
        })) + "\n"));
    }

    private static (WordTable Words, byte[] Tags, int[] Heads, byte[] Labels) Tagged(string[] sentence)
    {
        var (words, tags) = (new WordTable(), new byte[sentence.Length]);
        foreach (var form in sentence) words.Add(Model.Words.Of(form), Model.Words);
        Model.Tagger.Tag(words, tags);
        return (words, tags, new int[sentence.Length], new byte[sentence.Length]);
    }
}
