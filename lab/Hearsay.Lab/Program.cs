using System.CommandLine;
using Hearsay.Lab;
using Hearsay.Lab.Attributions;
using Hearsay.Lab.Briefings;
using Hearsay.Lab.Desk;
using Hearsay.Lab.Figures;
using Hearsay.Lab.Pages;
using Hearsay.Lab.Stories;

// One command a stage or corpus (`internal static Command Command()` of the class that measures it), listed here in the order of the pipeline.
// Each prints a table through Floors and returns 0, or 3 where a figure is under its floor in floors.json.
var root = new RootCommand("Trains the language models and scores every stage on annotated corpora, read in place.");
root.Subcommands.Add(Hearsay.Lab.Language.LanguageScores.Command());
root.Subcommands.Add(Hearsay.Lab.Language.Training.TrainCommand.Command());
root.Subcommands.Add(Hearsay.Lab.Language.Training.Encoder.TrainEncoderCommand.Command());
root.Subcommands.Add(Hearsay.Lab.Language.WordVectors.WordVectorsCommand.Command());
root.Subcommands.Add(Hearsay.Lab.Language.NameListCommand.Command());
root.Subcommands.Add(Hearsay.Lab.Language.MeaningAxesCommand.Command());
root.Subcommands.Add(Hearsay.Lab.Language.LikenessCommand.Command());
root.Options.Add(LabData.Option);
root.Subcommands.Add(ReadPagesCommand.Command());
root.Subcommands.Add(PageScores.Command());
root.Subcommands.Add(PolNearCommand.Command());
root.Subcommands.Add(SayingsCommand.Command());
root.Subcommands.Add(GumSources.Command());
root.Subcommands.Add(FiguresCommand.Command());
root.Subcommands.Add(BriefingScores.Command());
root.Subcommands.Add(CarriedCommand.Command());
root.Subcommands.Add(Hearsay.Lab.Reconciliation.ReconciliationScore.Command());
root.Subcommands.Add(Hearsay.Lab.Sameness.SameCommand.Command());
root.Subcommands.Add(Hearsay.Lab.Sameness.GoldCommand.Command());
root.Subcommands.Add(BackgroundTable.Command());
root.Subcommands.Add(GroupingScores.Command());
root.Subcommands.Add(DeskScores.Command());
root.Subcommands.Add(Hearsay.Lab.Times.TimesCommand.Command());
root.Subcommands.Add(Hearsay.Lab.Copies.CopyScores.Command());
root.Subcommands.Add(Hearsay.Lab.Code.CountsCommand.Command());
root.Subcommands.Add(Hearsay.Lab.Fuzz.FuzzCommand.Command());
return root.Parse(args).Invoke();
