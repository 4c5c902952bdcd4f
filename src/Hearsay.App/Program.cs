using Hearsay.App.Cli;

return CommandLine.Build().Parse(args).Invoke();
