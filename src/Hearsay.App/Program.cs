using Hearsay.App.Cli;

return CommandLine.Run(args, Surroundings.OfThisProcess());
