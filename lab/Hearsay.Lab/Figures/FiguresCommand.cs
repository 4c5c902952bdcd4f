using System.CommandLine;

namespace Hearsay.Lab.Figures;

/// <summary>
/// `lab figures`: scores the reader of figures on each corpus that has annotated quantities; `--errors` prints what was missed and what was too much.
/// </summary>
internal static class FiguresCommand
{
    /// <summary>The command `figures`.</summary>
    public static Command Command()
    {
        var errors = new Option<bool>("--errors") { Description = "Print every error, corpus by corpus." };
        var only = new Option<string?>("--only") { Description = "One corpus: newsquant, recognizers, re3d or gold." };
        var sample = new Option<int>("--sample")
        {
            Description = "Print so many figures and non-figures of reports without gold, to be read, and score nothing.",
        };
        var command = new Command("figures", "Score figures on NewsQuant, the Recognizers cases, re3d and the stories with gold.")
        {
            errors,
            only,
            sample,
        };
        command.SetAction(parsed =>
            parsed.GetValue(sample) is > 0 and var count ? Sample(parsed, count) : Run(parsed, parsed.GetValue(errors), parsed.GetValue(only))
        );
        return command;
    }

    private static int Sample(ParseResult parsed, int count)
    {
        if (LabData.Find("data/stories/giveme5w1h", parsed) is { } folder) SampleFigures.Print(folder, count);
        return 0;
    }

    private static int Run(ParseResult parsed, bool errors, string? only)
    {
        var floors = new Floors();
        bool Wanted(string corpus) => only is null || only == corpus;
        if (Wanted("newsquant") && LabData.Find("data/figures/newsquant/newsquant-first200.json", parsed) is { } newsquant)
            NewsQuant.Score(newsquant, floors, errors);
        if (Wanted("recognizers") && LabData.Find("data/figures/recognizers", parsed) is { } recognizers)
            RecognizersCases.Score(recognizers, floors, errors);
        if (Wanted("re3d") && LabData.Find("data/figures/re3d", parsed) is { } re3d) Re3dQuantities.Score(re3d, floors, errors);
        if (Wanted("gold") && LabData.Find("gold", parsed) is not null) GoldFigures.Score(LabData.Root(parsed), floors, errors);
        return floors.ExitCode;
    }
}
