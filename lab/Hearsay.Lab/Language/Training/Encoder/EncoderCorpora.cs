using System.CommandLine;
using Hearsay.Language.Encoder;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>
/// What the encoder learns from: EWT and GUM for tags and trees; for names GUM, WikiGold, UNER's EWT dev part and EWT's training part, where teachers
/// say them.
/// </summary>
internal sealed class EncoderCorpora
{
    private const int TeacherEpochs = 12;
    private const int JackknifeEpochs = 4;
    private readonly EncoderExamples reader;
    private readonly NamedSentence[] named, gumDev;
    private readonly int sample;

    private EncoderCorpora(ParseResult parsed, Treebank bank, int sample)
    {
        Weights = MiniLm.Read();
        reader = new EncoderExamples(LanguageModel.Shipped, new WordPieces([.. Weights.Pieces]));
        // The classes as those of the shipped models, which saw the development parts as well
        var inventory = new TagInventory([.. bank.Train, .. bank.EwtDev, .. bank.GumDev]);
        var jackknifed = TaggerTraining.Jackknife(bank.Train, inventory, JackknifeEpochs);
        var sources = NameCorpora.Train(parsed, bank, inventory, jackknifed);
        named = [.. sources.Marked, .. NameTraining.Teach(sources, LanguageModel.Shipped, TeacherEpochs)];
        gumDev = [.. Gold(bank.GumDev)];
        this.sample = sample;
        Dev = [.. new[] { ("EWT dev", bank.EwtDev), ("GUM dev", bank.GumDev) }.Select(d => Scored(d.Item1, [.. Gold(d.Item2)]))];
    }

    public MiniLm Weights { get; }

    /// <summary>The development parts to score on, GUM's with its names, and what was made of them.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<NamedSentence> Gold, IReadOnlyList<EncoderExample> Examples)> Dev { get; }

    /// <summary>The names of the tag classes, by number.</summary>
    public string[] TagNames => reader.TagNames;

    /// <summary>Null where the treebanks are not there; of the sentences to learn from every so many-th is taken.</summary>
    public static EncoderCorpora? Load(ParseResult parsed, int sample) =>
        Treebank.Load(parsed) is { } bank ? new EncoderCorpora(parsed, bank, sample) : null;

    /// <summary>
    /// The sentences to learn from. Of the development parts only EWT's names are learned unless <paramref name="withDev"/> says so.
    /// </summary>
    public IReadOnlyList<EncoderExample> Train(bool withDev)
    {
        var all = reader.Of([.. named, .. withDev ? gumDev : []], s => s.Tree is not null && (withDev || s.Tags is not null), withNames: true);
        return [.. all.Where((_, i) => i % sample == 0)];
    }

    private static IEnumerable<NamedSentence> Gold(IEnumerable<GoldSentence> sentences) =>
        sentences
            .Select(s => NameCorpora.Gum(s) with { Tree = new GoldTree(s.Words, []) })
            .GroupBy(s => s.Document)
            .SelectMany(d => d);

    private (string, IReadOnlyList<NamedSentence>, IReadOnlyList<EncoderExample>) Scored(string name, IReadOnlyList<NamedSentence> gold)
    {
        var examples = reader.Of(gold, _ => false, withNames: false);
        if (examples.Count != gold.Count) throw new InvalidDataException($"{name}: a sentence to score on is too long");
        return (name, gold, examples);
    }
}
