using System.CommandLine;
using Hearsay.Language.Encoder;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>What is scored while the encoder is learned: sentences as they should be, and what was made of them.</summary>
internal sealed record ScoredPart(string Name, IReadOnlyList<NamedSentence> Gold, IReadOnlyList<EncoderExample> Examples);

/// <summary>
/// What the encoder learns from: EWT and GUM for tags, trees and names, WikiGold for names. With <c>dev</c> the development parts and every fifth text
/// of WikiGold are kept to be scored on; of EWT's dev part one half's names are learned and the other's scored.
/// </summary>
internal sealed class EncoderCorpora
{
    private const int JackknifeEpochs = 4;
    private const int WikigoldHeld = 5;
    private readonly EncoderExamples reader;

    private EncoderCorpora(ParseResult parsed, Treebank bank, int sample, bool dev)
    {
        Weights = MiniLm.Read();
        reader = new EncoderExamples(LanguageModel.Shipped, new WordPieces([.. Weights.Pieces]));
        // The classes as those of the shipped models, which saw the development parts as well
        var inventory = new TagInventory([.. bank.Train, .. bank.EwtDev, .. bank.GumDev]);
        var named = NameCorpora.Train(parsed, bank, TaggerTraining.Jackknife(bank.Train, inventory, JackknifeEpochs));
        var gumDev = Gold(bank.GumDev);
        var held = dev ? Held(named) : [];
        var train = named.Where(s => !held.Contains(s.Document)).Concat(dev ? [] : gumDev);
        var all = reader.Of(train, s => s.Tree is not null && (!dev || s.Tags is not null), withNames: true);
        Train = [.. all.Where((_, i) => i % sample == 0)];
        if (!dev) return;
        Dev =
        [
            Scored("EWT dev", Gold(bank.EwtDev)), Scored("GUM dev", gumDev),
            .. new[] { NameCorpus.Ewt, NameCorpus.Wikigold }.Select(c =>
                Scored($"{c} names", [.. named.Where(s => s.Corpus == c && held.Contains(s.Document)).Select(s => s with { Tree = null })])),
        ];
    }

    public MiniLm Weights { get; }

    /// <summary>The sentences to learn from.</summary>
    public IReadOnlyList<EncoderExample> Train { get; }

    /// <summary>What is scored; nothing where all is learned.</summary>
    public IReadOnlyList<ScoredPart> Dev { get; } = [];

    /// <summary>The names of the tag classes, by number.</summary>
    public string[] TagNames => reader.TagNames;

    /// <summary>Null where the treebanks are not there; of the sentences to learn from every so many-th is taken.</summary>
    public static EncoderCorpora? Load(ParseResult parsed, int sample, bool dev) =>
        Treebank.Load(parsed) is { } bank ? new EncoderCorpora(parsed, bank, sample, dev) : null;

    private static List<NamedSentence> Gold(IEnumerable<GoldSentence> sentences) =>
    [
        .. sentences.Select(s => NameCorpora.Gum(s) with { Tree = s.Words }).GroupBy(s => s.Document).SelectMany(d => d),
    ];

    /// <summary>The texts whose names are scored and not learned.</summary>
    private static HashSet<string> Held(IEnumerable<NamedSentence> named)
    {
        var texts = named.Where(s => s.Tags is null).Select(s => (s.Corpus, s.Document)).Distinct().ToLookup(s => s.Corpus, s => s.Document);
        return [.. texts[NameCorpus.Ewt].Where((_, i) => i % 2 == 1), .. texts[NameCorpus.Wikigold].Where((_, i) => i % WikigoldHeld == 0)];
    }

    private ScoredPart Scored(string name, IReadOnlyList<NamedSentence> gold)
    {
        var examples = reader.Of(gold, _ => false, withNames: false);
        if (examples.Count != gold.Count) throw new InvalidDataException($"{name}: a sentence to score on is too long");
        return new ScoredPart(name, gold, examples);
    }
}
