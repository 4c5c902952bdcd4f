using System.CommandLine;
using Hearsay.Lab.Language.Training;
using Hearsay.Language;
using Hearsay.Language.Encoder;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language;

/// <summary>`lab language`: every figure of the language layer, beside its floor.</summary>
internal static class LanguageScores
{
    private static readonly Option<string> Only = new("--only")
    {
        Description = "One part: segmentation, trees, names, coreference",
        DefaultValueFactory = _ => "",
    };
    private static readonly Option<bool> Errors = new("--errors") { Description = "Print what was got wrong" };
    private static readonly Option<string> ModelFile = new("--model")
    {
        Description = "Score this model file on trees and names instead of the shipped one",
        DefaultValueFactory = _ => "",
    };
    private static readonly Option<bool> Deep = new("--deep") { Description = "Score the encoder on trees, mentions and names instead of the small models" };
    private static readonly Option<string?> EncoderPath = new("--encoder")
    {
        Description = "With --deep: score this file instead of the shipped encoder",
    };
    private static readonly Option<string> Part = new("--part")
    {
        Description = "dev or test; for coreference also train, to read errors",
        DefaultValueFactory = _ => "test",
    };

    public static Command Command()
    {
        var command = new Command("language", "Scores tokens, sentences, tags, trees, names and mentions.")
        {
            Only, Errors, Part, ModelFile, Deep, EncoderPath,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var floors = new Floors();
        var (only, errors, part) = (parsed.GetValue(Only)!, parsed.GetValue(Errors), parsed.GetValue(Part)!);
        var model = parsed.GetValue(ModelFile) is { Length: > 0 } path
            ? LanguageModel.Read(new MemoryStream(File.ReadAllBytes(path)))
            : LanguageModel.Shipped;
        if (parsed.GetValue(Deep)) return DeepScores(floors, parsed, model);
        if (only is "" or "segmentation") Segmentation(floors, parsed, part, errors);
        if (only is "" or "trees") Trees(floors, parsed, part, model, errors);
        if (only is "" or "coreference") Coreference(floors, parsed, part, null, errors);
        if (only is "" or "names") Names(floors, parsed, model, null, errors);

        return floors.ExitCode;
    }

    /// <summary>Trees and names by the encoder, on given tokens.</summary>
    private static int DeepScores(Floors floors, ParseResult parsed, LanguageModel model)
    {
        var (only, errors, part) = (parsed.GetValue(Only)!, parsed.GetValue(Errors), parsed.GetValue(Part)!);
        var encoder = parsed.GetValue(EncoderPath) is { } path ? new EncoderModel(EncoderFile.Open(File.OpenRead(path))) : EncoderModel.Shipped;
        if (encoder is null)
        {
            Console.Error.WriteLine("The engine was built without an encoder; --encoder says where one is.");
            return 2;
        }

        if (only is "" or "trees") GivenTrees(floors, parsed, part, model, encoder, errors);
        if (only is "" or "coreference") Coreference(floors, parsed, part, encoder, errors);
        if (only is "" or "names") Names(floors, parsed, model, encoder, errors);
        return floors.ExitCode;
    }

    private static void Segmentation(Floors floors, ParseResult parsed, string part, bool errors)
    {
        if (LabData.Find($"data/language/ud-ewt/en_ewt-ud-{part}.conllu", parsed) is { } ewt)
        {
            var (tokens, sentences) = SegmentationScores.Score(Conllu.Read(ewt), errors);
            floors.Check($"ud-ewt-{part}", "token F1", tokens * 100);
            floors.Check($"ud-ewt-{part}", "sentence F1", sentences * 100);
        }

        if (LabData.Find("data/language/golden-rules/english_spec.rb", parsed) is { } rules)
        {
            var (held, of, othersHeld, others) = GoldenRules.Score(rules, errors);
            floors.Check("golden-rules", $"held of {of}", held);
            floors.Check("golden-rules", $"others held of {others}", othersHeld);
        }
    }

    private static void Trees(Floors floors, ParseResult parsed, string part, LanguageModel model, bool errors)
    {
        GivenTrees(floors, parsed, part, model, null, errors);
        if (Treebank.Load(parsed) is not { } bank) return;
        Raw($"ud-ewt-{part}", part == "dev" ? bank.EwtDev : bank.EwtTest);
        Raw($"gum-{part}", part == "dev" ? bank.GumDev : bank.GumTest);

        void Raw(string corpus, IReadOnlyList<GoldSentence> gold)
        {
            var (uas, las) = RawTextScores.Score(gold);
            floors.Check(corpus, "raw text: UAS", uas * 100);
            floors.Check(corpus, "raw text: LAS", las * 100);
        }
    }

    private static void GivenTrees(Floors floors, ParseResult parsed, string part, LanguageModel model, EncoderModel? encoder, bool errors)
    {
        if (Treebank.Load(parsed) is not { } bank) return;
        var gum = part == "dev" ? bank.GumDev : bank.GumTest;
        Check($"ud-ewt-{part}", part == "dev" ? bank.EwtDev : bank.EwtTest);
        Check($"gum-news-{part}", [.. gum.Where(s => s.Document.Contains("_news_", StringComparison.Ordinal))]);
        Check($"gum-{part}", gum);

        void Check(string given, IReadOnlyList<GoldSentence> gold)
        {
            var (corpus, scores) = (Named(given, encoder), TreeScores.Of(model, gold, encoder));
            floors.Check(corpus, "UPOS", scores.Upos);
            floors.Check(corpus, "UAS", scores.Uas);
            floors.Check(corpus, "LAS", scores.Las);
            floors.Check(corpus, "LAS with subtypes", scores.FullLas);
            floors.Check(corpus, "lemmas", scores.Lemmas);
            floors.Check(corpus, "features", scores.Features);
            if (errors) TreeScores.PrintErrors(model, gold, encoder);
        }
    }

    /// <summary>The corpus under which a figure stands: what the encoder reaches has floors of its own.</summary>
    private static string Named(string corpus, EncoderModel? encoder) => encoder is null ? corpus : corpus + "-deep";

    private static void Names(Floors floors, ParseResult parsed, LanguageModel model, EncoderModel? encoder, bool errors)
    {
        if (LabData.Find("data/language/uner-ewt/en_ewt-ud-test.iob2", parsed) is { } uner) Check("uner-ewt-test", NameCorpora.Uner(uner));
        if (LabData.Find("data/language/newswire-ner", parsed) is { } newswire) Check("newswire-ner", NameCorpora.Newswire(newswire));

        void Check(string given, IEnumerable<NamedSentence> gold)
        {
            var apart = new NameErrors();
            var (all, kinds) = NameScores.Score(model, gold, errors ? "all" : null, encoder: encoder, kindsOfErrors: apart);
            var corpus = Named(given, encoder);
            floors.Check(corpus, "names F1", all);
            for (var kind = 0; kind < kinds.Length; kind++) floors.Check(corpus, $"names F1, {(NameType)kind}", kinds[kind]);
            apart.Print(corpus);
        }
    }

    private static void Coreference(Floors floors, ParseResult parsed, string part, EncoderModel? encoder, bool errors)
    {
        if (Treebank.Load(parsed) is not { } bank) return;
        var tally = new CoreferenceScores.Tally();
        var held = (part == "train" ? bank.Train : bank.GumDev.Concat(bank.GumTest)).Where(s =>
            s.Document.Contains("_news_", StringComparison.Ordinal) || s.Document.Contains("_interview_", StringComparison.Ordinal)
        );
        var deep = encoder is null ? null : new DeepReadings(encoder) { FindMeanings = false };
        foreach (var document in held.GroupBy(s => s.Document)) CoreferenceScores.Score([.. document], tally, deep, errors);
        var corpus = Named(part == "train" ? "gum-coreference-train" : "gum-coreference", encoder);
        floors.Check(corpus, "mean of three", tally.Mean * 100);
        floors.Check(corpus, "MUC", tally.Muc * 100);
        floors.Check(corpus, "B-cubed", tally.BCubed * 100);
        floors.Check(corpus, "CEAF-e", tally.Ceaf * 100);
        floors.Check(corpus, "pronouns of named persons", tally.PronounAccuracy);
        floors.Check(corpus, "pronouns, where resolved", tally.PronounPrecision);
    }
}
