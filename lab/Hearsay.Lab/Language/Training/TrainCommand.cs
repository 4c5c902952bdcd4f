using System.CommandLine;
using System.Diagnostics;
using Hearsay.Lab.Language;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training;

/// <summary>`lab train`: trains every model of the language layer on the corpora that allow it and writes the file that the engine embeds. The same data give the same bytes.</summary>
internal static class TrainCommand
{
    private const int NameEpochs = 12;
    private static readonly string ShippedFile = Path.Combine(LabData.Repository, "src", "Hearsay", "Language", "Data", "english.model.br");
    private static readonly Option<string> Out = new("--out") { Description = "Where the model is written", DefaultValueFactory = _ => ShippedFile };
    private static readonly Option<int> Epochs = new("--epochs") { Description = "Rounds over the data for the parser", DefaultValueFactory = _ => 12 };
    private static readonly Option<string> Only = new("--only") { Description = "names: keep every other part of the file at --from", DefaultValueFactory = _ => "" };
    private static readonly Option<string?> From = new("--from") { Description = "The file whose other parts are kept; by default the one that ships" };
    private static readonly Option<bool> Held = new("--held") { Description = "With --only names: train without UNER's EWT dev part and score on it, in halves" };
    private static readonly Option<bool> Errors = new("--errors") { Description = "With --held: print what was got wrong" };
    private static readonly Option<int> Thirds = new("--thirds") { Description = "Use so many thirds of the data, for quick trials", DefaultValueFactory = _ => 3 };

    public static Command Command()
    {
        var command = new Command("train", "Trains the language models; writes the one file that ships.") { Out, Epochs, Thirds, Only, From, Held, Errors };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (Treebank.Load(parsed) is not { } bank) return 2;
        var clock = Stopwatch.StartNew();
        if (parsed.GetValue(Only) == "names") return OnlyNames(parsed, bank, clock);
        var train = bank.Train.Where((_, i) => i % 3 < parsed.GetValue(Thirds)).ToList();
        var epochs = parsed.GetValue(Epochs);
        Console.WriteLine($"{train.Count} sentences, {train.Sum(s => s.Words.Length)} words");
        var inventory = new TagInventory(train);
        var lexicon = inventory.Lexicon(train);
        var tagger = TaggerTraining.Train(train, inventory, lexicon, 8);
        Said(clock, "tagger");
        var own = TaggerTraining.Jackknife(train, inventory, 3);
        Said(clock, "tags for training");
        var known = (lexicon, inventory.Lemmatizer(train));
        var bare = new LanguageModel
        {
            Tags = inventory.Tags,
            Lexicon = lexicon,
            Lemmatizer = known.Item2,
            Features = inventory.Features,
            Tagger = tagger,
            Labeler = LabelTraining.Train(train, own, inventory.Tags, known, 5),
            Parser = ParserTraining.Train(train, own, inventory.Tags, known, epochs),
        };
        Said(clock, "parser");
        var model = bare.With(NameTraining.Train(NameCorpora.Train(parsed, bank), bare, NameEpochs));
        Said(clock, "names");
        TreeScores.Print(model, "EWT dev", bank.EwtDev);
        TreeScores.Print(model, "GUM dev news", [.. bank.GumDev.Where(s => s.Document.Contains("_news_", StringComparison.Ordinal))]);
        TreeScores.Print(model, "GUM dev", bank.GumDev);
        PrintNames(model, parsed);
        Write(model, parsed, clock);
        return 0;
    }

    /// <summary>Trains the finder of names for the models of an earlier run.</summary>
    private static int OnlyNames(ParseResult parsed, Treebank bank, Stopwatch clock)
    {
        var path = parsed.GetValue(From) ?? ShippedFile;
        var old = File.ReadAllBytes(path);
        var bare = LanguageModel.Read(new MemoryStream(old));
        if (parsed.GetValue(Held))
        {
            NameScores.PrintHeld(bare, NameCorpora.Train(parsed, bank), parsed.GetValue(Errors));
            return 0;
        }

        var model = bare.With(NameTraining.Train(NameCorpora.Train(parsed, bank), bare, NameEpochs));
        PrintNames(model, parsed);
        Said(clock, "names");
        using (var file = File.Create(parsed.GetValue(Out)!)) LanguageModel.WriteNames(new MemoryStream(old), model.Names!, file);
        Said(clock, parsed.GetValue(Out)!);
        return 0;
    }

    private static void PrintNames(LanguageModel model, ParseResult parsed)
    {
        if (LabData.Find("data/language/uner-ewt/en_ewt-ud-test.iob2", parsed) is { } uner) NameScores.Print(model, "UNER EWT test", NameCorpora.Uner(uner));
        if (LabData.Find("data/language/newswire-ner", parsed) is { } newswire) NameScores.Print(model, "newswire", NameCorpora.Newswire(newswire));
    }

    private static void Write(LanguageModel model, ParseResult parsed, Stopwatch clock)
    {
        var path = parsed.GetValue(Out)!;
        using (var file = File.Create(path)) model.Write(file);
        Said(clock, $"{path}: {new FileInfo(path).Length} bytes");
    }

    private static void Said(Stopwatch clock, string what) => Console.WriteLine($"{clock.Elapsed.TotalSeconds,6:0} s  {what}");
}
