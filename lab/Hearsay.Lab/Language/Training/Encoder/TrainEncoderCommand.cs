using System.CommandLine;
using System.Globalization;
using Hearsay.Language.Encoder;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>
/// `lab train-encoder`: fine-tunes MiniLM's layers for tags, trees and names, and writes the encoder's file, the untouched layers beside them.
/// It learns from training and development parts alike, unless these are left out to be scored on. The same data give the same bytes.
/// </summary>
internal static class TrainEncoderCommand
{
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
        DefaultValueFactory = _ => 0,
    };
    private static readonly Option<string?> Checkpoints = new("--checkpoints") { Description = "A folder for the values every hundred steps" };
    private static readonly Option<string?> Resume = new("--resume") { Description = "A file step-N.values of such a folder to go on from" };
    private static readonly Option<bool> Dev = new("--dev") { Description = "Leave the development parts out and score on them" };
    private static readonly Option<int> Sample = new("--sample")
    {
        Description = "Learn from every n-th sentence only, to compare ways of training",
        DefaultValueFactory = _ => 1,
    };

    public static Command Command()
    {
        var command = new Command("train-encoder", "Fine-tunes the pretrained encoder for tags, trees and names.")
        {
            Out, Rounds, Rate, Shared, Checkpoints, Resume, Sample, Dev,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (EncoderCorpora.Load(parsed, parsed.GetValue(Sample), parsed.GetValue(Dev)) is not { } corpora) return 2;
        var model = LanguageModel.Shipped;
        var sizes = EncoderSizes.MiniLm(parsed.GetValue(Shared), model.Tags.Count, model.Parser!.Relations.Length);
        var frozen = new FrozenLayers(corpora.Weights, sizes);
        var encoder = new TrainedEncoder(
            sizes,
            [
                .. Enumerable
                    .Range(sizes.Shared, sizes.Layers - sizes.Shared)
                    .Select(l => new TrainedLayer(corpora.Weights, l, EncoderTraining.Workers, TrainedEncoder.Decay)),
            ],
            EncoderTraining.Workers,
            EncoderOptions.Shipped.Seed
        );
        foreach (var part in corpora.Dev) frozen.Fill(part.Examples);
        var train = corpora.Train;
        Console.WriteLine($"{train.Count} sentences, {train.Sum(e => e.Words)} words, {train.Sum(e => e.Pieces.Length)} pieces");
        frozen.Fill(train);
        var options = EncoderOptions.Shipped with
        {
            Rounds = parsed.GetValue(Rounds), Rate = parsed.GetValue(Rate), Checkpoints = parsed.GetValue(Checkpoints),
        };
        if (parsed.GetValue(Resume) is { } values)
        {
            encoder.Load(values);
            options = options with { Done = StepsOf(values) };
        }

        new EncoderTraining(encoder, train, options).Run(round =>
        {
            Console.WriteLine($"round {round} of {options.Rounds}");
            Print(encoder, corpora, "");
        });
        encoder.Follow(NameCorpus.Ewt);
        Write(encoder, frozen, corpora, parsed.GetValue(Out)!);
        foreach (var (name, parameter) in encoder.Named()) Tensors.Of(name, parameter).ToFloats().CopyTo(parameter.Values, 0);
        Print(encoder, corpora, ", in bytes");
        return 0;
    }

    /// <summary>The steps that "step-N.values" says.</summary>
    private static int StepsOf(string path) => int.Parse(Path.GetFileName(path).Split('.', '-')[1], CultureInfo.InvariantCulture);

    private static void Print(TrainedEncoder encoder, EncoderCorpora corpora, string how)
    {
        foreach (var (name, gold, examples) in corpora.Dev)
            EncoderScores.Print(name + how, EncoderTraining.Tell(encoder, examples), gold, LanguageModel.Shipped);
    }

    private static void Write(TrainedEncoder encoder, FrozenLayers frozen, EncoderCorpora corpora, string path)
    {
        var sizes = encoder.Sizes;
        EncoderTensor[] tensors = [.. frozen.Kept, .. encoder.Named().Where(p => p.Parameter != encoder.NameCorpora).Select(p => Tensors.Of(p.Name, p.Parameter, Columns(p.Name)))];
        using (var file = File.Create(path + ".part"))
            EncoderFile.Write(
                file, EncoderShape.MiniLm(sizes.Shared), corpora.Weights.Pieces, (corpora.TagNames, LanguageModel.Shipped.Parser!.Relations), tensors
            );
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
}
