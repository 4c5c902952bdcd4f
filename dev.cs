// The one developers' script: dotnet run dev.cs -- check | run | lab | fuzz | kills | switches | bench | publish | docs
using System.Diagnostics;

var (command, rest) = args is [var first, .. var others] ? (first, others) : ("", []);
return command switch
{
    "check" => Check(rest),
    "run" => Dotnet(["run", "--project", "src/Hearsay.App", "--", .. rest]),
    "lab" => Dotnet(["run", "-c", "Release", "--project", "lab/Hearsay.Lab", "--", .. rest]),
    "fuzz" => Dotnet(["run", "-c", "Release", "--project", "lab/Hearsay.Lab", "--", "fuzz", .. rest]),
    "kills" => Kills(rest),
    "switches" => Dotnet(["run", "-c", "Release", "--project", "tests/Hearsay.Tests", "--", "-class", "Hearsay.Tests.Rules.SwitchedOffTests", "-explicit", "only"]),
    "bench" => Dotnet(["run", "-c", "Release", "--project", "bench/Hearsay.Benchmarks", "--", .. rest]),
    "publish" => Publish(rest),
    "docs" => Docs(),
    _ => Usage(),
};

// Builds everything with warnings as errors, runs every test, and holds the accuracy floors where the corpora are beside the repository;
// --fast leaves the slow tests and the floors out.
static int Check(string[] rest)
{
    if (rest is ["--fast", .. var filters]) return Dotnet(["test", "--project", "tests/Hearsay.Tests", "--", "--filter-not-trait", "Lane=slow", .. filters]);
    int[] codes = [Dotnet(["test", .. rest]), Dotnet(["run", "-c", "Release", "--project", "lab/Hearsay.Lab", "--", "stories"])];
    return codes.Max();
}

// Writes anew what is generated: the approved public API, the help texts in the README and its picture. Look at the difference before you commit it.
static int Docs()
{
    Environment.SetEnvironmentVariable("HEARSAY_WRITE_DOCS", "1");
    return Dotnet(["test", "--project", "tests/Hearsay.Tests", "--", "--filter-trait", "Docs=generated"]);
}

// kill -9 at random moments of an import or of an open desk, each kill checked against what was acknowledged.
static int Kills(string[] rest)
{
    if (rest is ["desk", .. var many])
    {
        Environment.SetEnvironmentVariable("HEARSAY_DESK_KILLS", many is [var number, ..] ? number : "20");
        return Dotnet(["run", "-c", "Release", "--project", "tests/Hearsay.Tests", "--", "-class", "Hearsay.Tests.Desk.DeskKillTests"]);
    }

    if (rest is ["corrections", .. var times])
    {
        Environment.SetEnvironmentVariable("HEARSAY_CORRECTION_KILLS", times is [var number, ..] ? number : "200");
        return Dotnet(["run", "-c", "Release", "--project", "tests/Hearsay.Tests", "--", "-class", "Hearsay.Tests.Desk.CorrectionKillTests"]);
    }

    Environment.SetEnvironmentVariable("HEARSAY_KILLS", rest is [var kills, ..] ? kills : "200");
    Environment.SetEnvironmentVariable("HEARSAY_PAGES", rest is [_, var pages, ..] ? pages : "5000");
    return Dotnet(["run", "-c", "Release", "--project", "tests/Hearsay.Tests", "--", "-class", "Hearsay.Tests.Store.KillTests"]);
}

// A self-contained file for each platform, under artifacts/PLATFORM; one that fails does not keep the others.
static int Publish(string[] rest)
{
    string[] platforms = rest.Length > 0 ? rest : ["linux-x64", "linux-arm64", "win-x64", "osx-arm64"];
    return platforms.Max(p => Dotnet(["publish", "src/Hearsay.App", "-c", "Release", "-r", p, "-p:PublishSingleFile=true", "-o", $"artifacts/{p}"]));
}

static int Dotnet(string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo("dotnet", arguments))!;
    process.WaitForExit();
    return process.ExitCode;
}

static int Usage()
{
    Console.Error.WriteLine("""
        usage: dotnet run dev.cs -- COMMAND
          check            build, test, and hold the accuracy floors: what CI runs
          check --fast     build and the tests that need no browser, no kill and no load
          run ARGS         hearsay ARGS
          lab ARGS         the lab in Release: train models, score stages (lab --help)
          fuzz ARGS        parsers of hostile input on mutated seeds (--minutes N)
          kills [N] [P]    kill -9 at N random moments of an import of P pages (200, 5000)
          kills desk [N]   kill -9 at N random moments of a desk that polls, imports and serves (20)
          kills corrections [N]  kill -9 at N random moments of a desk on which corrections are made and undone (200)
          switches         every pattern of attributions and every set of words off in turn: which breaks no test?
          bench ARGS       the benchmarks in Release: --filter '*', or store [ARTICLES] for the store
          publish [RIDS]   self-contained single files under artifacts/ (linux-x64 linux-arm64 win-x64 osx-arm64)
          docs             write generated documents anew
        """);
    return 1;
}
