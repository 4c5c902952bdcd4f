using System.CommandLine;
using System.Diagnostics;
using Hearsay.Lab.Language.Training.Parser;
using Hearsay.Lab.Language.WordVectors;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training;

/// <summary>
/// `lab train`: trains the models of the language layer on the corpora that allow it and writes the file that the engine embeds. The same data give
/// the same bytes. With `--only` the other models are taken from a file as they are.
/// </summary>
internal static class TrainCommand
{
    private const int NameEpochs = 12;

    /// <summary>
    /// Rounds of the taggers that tag the training part for the parser and the finder of names: what they get wrong should be like what the shipped
    /// one gets wrong on new text.
    /// </summary>
    private const int JackknifeEpochs = 4;

    private static readonly string ShippedFile = Path.Combine(LabData.Repository, "src", "Hearsay", "Language", "Data", "english.model.br");
    private static readonly Option<string> Out = new("--out") { Description = "Where the model is written", DefaultValueFactory = _ => ShippedFile };
    private static readonly Option<int> Rounds = new("--rounds")
    {
        Description = "Rounds over the data for the parser",
        DefaultValueFactory = _ => NetworkOptions.Shipped.Rounds,
    };
    private static readonly Option<bool> Dev = new("--dev") { Description = "Leave the development parts out and score on them" };
    private static readonly Option<string> Only = new("--only")
    {
        Description = "parser or names: keep every other part of the file at --from",
        DefaultValueFactory = _ => "",
    };
    private static readonly Option<string?> From = new("--from")
    {
        Description = "The file whose other parts are kept; by default the one that ships",
    };
    private static readonly Option<bool> Held = new("--held")
    {
        Description = "With --only names: train without UNER's EWT dev part and score on it, in halves",
    };
    private static readonly Option<bool> Errors = new("--errors") { Description = "With --held: print what was got wrong" };

    public static Command Command()
    {
        var command = new Command("train", "Trains the language models; writes the one file that ships.")
        {
            Out, Rounds, Dev, Only, From, Held, Errors,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (Treebank.Load(parsed) is not { } bank) return 2;
        var (clock, only) = (Stopwatch.StartNew(), parsed.GetValue(Only)!);
        List<GoldSentence> train = parsed.GetValue(Dev) ? bank.Train : [.. bank.Train, .. bank.EwtDev, .. bank.GumDev];
        Console.WriteLine($"{train.Count} sentences, {train.Sum(s => s.Words.Length)} words");
        var inventory = new TagInventory(train);
        var model =
            only.Length > 0
                ? LanguageModel.Read(new MemoryStream(File.ReadAllBytes(parsed.GetValue(From) ?? ShippedFile)), withNames: only != "names")
                : Tagged(bank.Train, inventory, clock);
        var jackknifed = TaggerTraining.Jackknife(bank.Train, inventory, JackknifeEpochs);
        Said(clock, "tags by taggers that did not see the sentence");
        if (only is "" or "parser")
        {
            byte[][] tags =
            [
                .. jackknifed.Select(j => j.Tags),
                .. train.Skip(bank.Train.Count).Select(s => TaggerTraining.Tag(model.Tagger, model.Lexicon, s)),
            ];
            model = model.With(
                parser: NetworkTraining.Train(
                    train,
                    tags,
                    inventory,
                    new Vocabulary(train, WordVectorFile.Read()),
                    model.Lexicon,
                    NetworkOptions.Shipped with
                    {
                        Rounds = parsed.GetValue(Rounds),
                    }
                )
            );
            Said(clock, "parser");
        }

        if (parsed.GetValue(Dev)) PrintTrees(model, bank);
        if (parsed.GetValue(Held))
        {
            NameScores.PrintHeld(model, NameCorpora.Train(parsed, bank, jackknifed), NameEpochs, parsed.GetValue(Errors));
            return 0;
        }

        if (only is "" or "names")
        {
            model = model.With(names: NameTraining.Train(NameCorpora.Train(parsed, bank, jackknifed), model, NameEpochs));
            Said(clock, "names");
            PrintNames(model, parsed);
        }

        var path = parsed.GetValue(Out)!;
        Write(model, parsed, only, path);
        Said(clock, $"{path}: {new FileInfo(path).Length} bytes");
        return 0;
    }

    /// <summary>
    /// The models that come first. The tagger does not see the development part, whose names the finder of names learns with the tags that it gives
    /// to new text.
    /// </summary>
    private static LanguageModel Tagged(IReadOnlyList<GoldSentence> train, TagInventory inventory, Stopwatch clock)
    {
        var lexicon = inventory.Lexicon(train);
        var tagger = TaggerTraining.Train(train, inventory, lexicon, 8);
        Said(clock, "tagger");
        return new LanguageModel
        {
            Tags = inventory.Tags,
            Lexicon = lexicon,
            Lemmatizer = inventory.Lemmatizer(train),
            Features = inventory.Features,
            Tagger = tagger,
        };
    }

    private static void Write(LanguageModel model, ParseResult parsed, string only, string path)
    {
        var old = only.Length > 0 ? File.ReadAllBytes(parsed.GetValue(From) ?? ShippedFile) : [];
        using var file = File.Create(path);
        if (only.Length == 0) model.Write(file);
        else LanguageModel.Replace(new MemoryStream(old), file, only == "parser" ? model.Parser : null, only == "names" ? model.Names : null);
    }

    private static void PrintTrees(LanguageModel model, Treebank bank)
    {
        TreeScores.Print(model, "EWT dev", bank.EwtDev);
        TreeScores.Print(model, "GUM dev news", [.. bank.GumDev.Where(s => s.Document.Contains("_news_", StringComparison.Ordinal))]);
        TreeScores.Print(model, "GUM dev", bank.GumDev);
    }

    private static void PrintNames(LanguageModel model, ParseResult parsed)
    {
        if (LabData.Find("data/language/uner-ewt/en_ewt-ud-test.iob2", parsed) is { } uner)
            NameScores.Print(model, "UNER EWT test", NameCorpora.Uner(uner));
        if (LabData.Find("data/language/newswire-ner", parsed) is { } newswire) NameScores.Print(model, "newswire", NameCorpora.Newswire(newswire));
    }

    private static void Said(Stopwatch clock, string what) => Console.WriteLine($"{clock.Elapsed.TotalSeconds,6:0} s  {what}");
}
