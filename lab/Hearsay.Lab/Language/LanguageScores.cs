using System.CommandLine;

namespace Hearsay.Lab.Language;

/// <summary>`lab language`: every figure of the language layer, beside its floor.</summary>
internal static class LanguageScores
{
    private static readonly Option<string> Only = new("--only") { Description = "One part: segmentation", DefaultValueFactory = _ => "" };
    private static readonly Option<bool> Errors = new("--errors") { Description = "Print what was got wrong" };
    private static readonly Option<string> Part = new("--part") { Description = "dev or test", DefaultValueFactory = _ => "test" };

    public static Command Command()
    {
        var command = new Command("language", "Scores tokens, sentences, tags, trees, names and mentions.") { Only, Errors, Part };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var floors = new Floors();
        var (only, errors, part) = (parsed.GetValue(Only)!, parsed.GetValue(Errors), parsed.GetValue(Part)!);
        if (only is "" or "segmentation") Segmentation(floors, parsed, part, errors);
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
}
