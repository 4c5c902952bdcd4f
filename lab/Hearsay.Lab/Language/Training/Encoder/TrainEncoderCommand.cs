using System.CommandLine;
using System.Globalization;
using Hearsay.Language.Encoder;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>
/// `lab train-encoder`: fine-tunes MiniLM's upper layers for tags, trees and names, and writes the encoder's file, the untouched layers beside them.
/// The first turn learns from the training parts and is scored on the development parts, from which the second learns as well. The same data give
/// the same bytes.
/// </summary>
internal static class TrainEncoderCommand
{
    /// <summary>
    /// The second goes on from the first with a new rise and fall of the rate, with the development parts too; nothing is left then to score it on but
    /// the test parts.
    /// </summary>
    private const int Turns = 2;

    private static readonly Option<string> Out = new("--out") { Description = "Where the file is written", Required = true };
    private static readonly Option<int> Rounds = new("--rounds")
    {
        Description = "Rounds over the data in the first turn; the second has one less",
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
    private static readonly Option<string?> Resume = new("--resume") { Description = "A file turn-T.step-N.values of such a folder to go on from" };
    private static readonly Option<bool> Dev = new("--dev") { Description = "Leave the development parts out to the end, and score on them" };
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
        if (EncoderCorpora.Load(parsed, parsed.GetValue(Sample)) is not { } corpora) return 2;
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
        var (doneTurns, doneSteps) = Done(parsed.GetValue(Resume));
        if (parsed.GetValue(Resume) is { } values) encoder.Load(values);
        foreach (var (_, _, examples) in corpora.Dev) frozen.Fill(examples);
        for (var turn = Math.Max(doneTurns, 1); turn <= (parsed.GetValue(Dev) ? 1 : Turns); turn++)
        {
            var train = corpora.Train(withDev: turn > 1);
            Console.WriteLine(
                $"turn {turn}: {train.Count} sentences, {train.Sum(e => e.Words)} words, {train.Sum(e => e.Pieces.Length)} pieces"
            );
            frozen.Fill(train);
            var options = EncoderOptions.Shipped with
            {
                Rounds = parsed.GetValue(Rounds) - (turn - 1),
                Rate = parsed.GetValue(Rate),
                Seed = EncoderOptions.Shipped.Seed + turn - 1,
                Checkpoints = parsed.GetValue(Checkpoints) is { } folder ? Path.Combine(folder, $"turn-{turn}") : null,
                Done = turn == doneTurns ? doneSteps : 0,
            };
            new EncoderTraining(encoder, train, options).Run(round =>
            {
                Console.WriteLine($"round {round} of {options.Rounds}");
                Write(encoder, frozen, corpora, parsed.GetValue(Out)!);
                Print(encoder, corpora, "");
            });
        }

        foreach (var (name, parameter) in encoder.Named()) Tensors.Of(name, parameter).ToFloats().CopyTo(parameter.Values, 0);
        Print(encoder, corpora, ", in bytes");
        return 0;
    }

    /// <summary>The turn and step that "turn-T.step-N.values" says.</summary>
    private static (int Turns, int Steps) Done(string? path)
    {
        if (path is null) return (0, 0);
        var parts = Path.GetFileName(path).Split('.', '-');
        return (int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[3], CultureInfo.InvariantCulture));
    }

    private static void Print(TrainedEncoder encoder, EncoderCorpora corpora, string how)
    {
        foreach (var (name, gold, examples) in corpora.Dev)
            EncoderScores.Print(name + how, EncoderTraining.Tell(encoder, examples), gold, LanguageModel.Shipped);
    }

    private static void Write(TrainedEncoder encoder, FrozenLayers frozen, EncoderCorpora corpora, string path)
    {
        var sizes = encoder.Sizes;
        EncoderTensor[] tensors = [.. frozen.Kept, .. encoder.Named().Select(p => Tensors.Of(p.Name, p.Parameter, Columns(p.Name)))];
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
