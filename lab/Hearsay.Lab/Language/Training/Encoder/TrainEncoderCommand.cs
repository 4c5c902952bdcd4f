using System.CommandLine;
using System.Globalization;
using Hearsay.Language.Encoder;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>
/// `lab train-encoder`: fine-tunes MiniLM's upper layers for tags, trees and names, and writes the encoder's file, the untouched layers beside them.
/// The same data give the same bytes.
/// </summary>
internal static class TrainEncoderCommand
{
    private const int TeacherEpochs = 12;
    private const int JackknifeEpochs = 4;
    private static readonly Option<string> Out = new("--out") { Description = "Where the file is written", Required = true };
    private static readonly Option<int> Rounds = new("--rounds")
    {
        Description = "Rounds over the data",
        DefaultValueFactory = _ => EncoderOptions.Shipped.Rounds,
    };
    private static readonly Option<float> Rate = new("--rate")
    {
        Description = "The highest rate of learning",
        DefaultValueFactory = _ => EncoderOptions.Shipped.Rate,
    };
    private static readonly Option<int> Shared = new("--shared")
    {
        Description = "The lowest layers that stay as they are for trees too",
        DefaultValueFactory = _ => 2,
    };
    private static readonly Option<string?> Checkpoints = new("--checkpoints") { Description = "A folder for the values every hundred steps" };
    private static readonly Option<string?> Resume = new("--resume") { Description = "A file step-N.values of such a folder to go on from" };
    private static readonly Option<int> Sample = new("--sample")
    {
        Description = "Learn from every n-th sentence only, to compare ways of training",
        DefaultValueFactory = _ => 1,
    };

    public static Command Command()
    {
        var command = new Command("train-encoder", "Fine-tunes the pretrained encoder for tags, trees and names.")
        {
            Out, Rounds, Rate, Shared, Checkpoints, Resume, Sample,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (Treebank.Load(parsed) is not { } bank) return 2;
        var model = LanguageModel.Shipped;
        var weights = MiniLm.Read();
        var sizes = EncoderSizes.MiniLm(parsed.GetValue(Shared), model.Tags.Count, model.Parser!.Relations.Length);
        var frozen = new FrozenLayers(weights, sizes);
        var reader = new EncoderExamples(model, new WordPieces([.. weights.Pieces]));
        var train = Examples(parsed, bank, model, reader);
        Console.WriteLine($"{train.Count} sentences, {train.Sum(e => e.Words)} words, {train.Sum(e => e.Pieces.Length)} pieces");
        var dev = new[] { ("EWT dev", bank.EwtDev), ("GUM dev", bank.GumDev) }
            .Select(d => (d.Item1, Gold: Gold(d.Item2, reader, out var examples), examples))
            .ToArray();
        frozen.Fill([.. train, .. dev.SelectMany(d => d.examples)]);
        Console.WriteLine("what stays as it is, computed");
        var encoder = new TrainedEncoder(
            sizes,
            [
                .. Enumerable
                    .Range(sizes.Shared, sizes.Layers - sizes.Shared)
                    .Select(l => new TrainedLayer(weights, l, EncoderTraining.Workers, TrainedEncoder.Decay)),
            ],
            EncoderTraining.Workers,
            EncoderOptions.Shipped.Seed
        );
        var options = EncoderOptions.Shipped with
        {
            Rounds = parsed.GetValue(Rounds),
            Rate = parsed.GetValue(Rate),
            Checkpoints = parsed.GetValue(Checkpoints),
            Done = parsed.GetValue(Resume) is { } from ? int.Parse(Path.GetFileName(from)[5..^7], CultureInfo.InvariantCulture) : 0,
        };
        if (parsed.GetValue(Resume) is { } values) encoder.Load(values);
        var path = parsed.GetValue(Out)!;
        new EncoderTraining(encoder, train, options).Run(round =>
        {
            Console.WriteLine($"round {round} of {options.Rounds}");
            Write(encoder, frozen, weights, (reader.TagNames, model.Parser.Relations), path);
            foreach (var (name, gold, examples) in dev) EncoderScores.Print(name, EncoderTraining.Tell(encoder, examples), gold, model);
        });
        Round(encoder);
        foreach (var (name, gold, examples) in dev) EncoderScores.Print(name + ", bytes", EncoderTraining.Tell(encoder, examples), gold, model);
        Console.WriteLine($"{path}: {new FileInfo(path).Length} bytes");
        return 0;
    }

    private static List<EncoderExample> Examples(ParseResult parsed, Treebank bank, LanguageModel model, EncoderExamples reader)
    {
        // The classes as those of the shipped models, which saw the development parts as well
        var inventory = new TagInventory([.. bank.Train, .. bank.EwtDev, .. bank.GumDev]);
        var jackknifed = TaggerTraining.Jackknife(bank.Train, inventory, JackknifeEpochs);
        var sources = NameCorpora.Train(parsed, bank, inventory, jackknifed);
        NamedSentence[] named = [.. sources.Marked, .. NameTraining.Teach(sources, model, TeacherEpochs)];
        var all = reader.Of(named, withTree: s => s.Tags is not null, withNames: true);
        return [.. all.Where((_, i) => i % parsed.GetValue(Sample) == 0)];
    }

    /// <summary>Sentences of a treebank to score on, with the examples made of them; GUM's with its names.</summary>
    private static List<NamedSentence> Gold(List<GoldSentence> sentences, EncoderExamples reader, out List<EncoderExample> examples)
    {
        var named = sentences.Select(s => NameCorpora.Gum(s) with { Tree = new GoldTree(s.Words, []) });
        List<NamedSentence> gold = [.. named.GroupBy(s => s.Document).SelectMany(g => g)];
        examples = reader.Of(gold, _ => false, withNames: false);
        if (examples.Count != gold.Count) throw new InvalidDataException("a sentence to score on is too long");
        return gold;
    }

    private static void Write(TrainedEncoder encoder, FrozenLayers frozen, MiniLm weights, (string[] Tags, string[] Relations) classes, string path)
    {
        var sizes = encoder.Sizes;
        EncoderTensor[] tensors = [.. frozen.Kept, .. encoder.Named().Select(p => Tensors.Of(p.Name, p.Parameter, Columns(p.Name)))];
        using (var file = File.Create(path + ".part"))
            EncoderFile.Write(file, EncoderShape.MiniLm(sizes.Shared), weights.Pieces, (classes.Tags, classes.Relations), tensors);
        File.Move(path + ".part", path, overwrite: true);

        int Columns(string name) =>
            name switch
            {
                "tags" or "tags.offsets" => sizes.Tags,
                "relations" or "relations.offsets" => sizes.Relations,
                "names.out" or "names.out.offsets" => NamePath.Classes,
                _ => 0,
            };
    }

    /// <summary>Brings all values to what the file holds.</summary>
    private static void Round(TrainedEncoder encoder)
    {
        foreach (var (name, parameter) in encoder.Named()) Tensors.Of(name, parameter).ToFloats().CopyTo(parameter.Values, 0);
    }
}
