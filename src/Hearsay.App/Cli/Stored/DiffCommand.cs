using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Hearsay.Storage;
using Hearsay.Text;

namespace Hearsay.App.Cli.Stored;

/// <summary>`hearsay diff ID`: what an outlet changed in a report.</summary>
internal static class DiffCommand
{
    private const int Around = 8;

    public static Command Build(Surroundings around)
    {
        var id = new Argument<string>("ID") { Description = NamedReport.Help };
        var store = StoreOption.Build();
        var from = NumberOption.Ordinal("--from", "The earlier revision, instead of the one before");
        var to = NumberOption.Ordinal("--to", "The later revision, instead of the newest");
        var command = new Command("diff", "Show what an outlet changed in a report, word by word: [-taken out-] {+put in+}.") { id, store, from, to };
        var format = FormatOption.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var opened = StoreOption.OpenToRead(parsed.GetValue(store));
            var request = new DiffRequest(
                parsed.GetRequiredValue(id), parsed.GetValue(from), parsed.GetValue(to), format.IsJson(parsed, around)
            );
            return await RunAsync(opened, request, around, cancel).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> RunAsync(INewsStore store, DiffRequest request, Surroundings around, CancellationToken cancel)
    {
        if (await NamedReport.FindAsync(store, request.Id, around, cancel).ConfigureAwait(false) is not { } found) return ExitCode.Store;
        var revisions = await store.RevisionsAsync(found.Id, cancel).ConfigureAwait(false);
        var later = request.To is { } t ? revisions.FirstOrDefault(r => r.Number == t) : revisions[^1];
        var earlier =
            request.From is { } f ? revisions.FirstOrDefault(r => r.Number == f)
            : later is null || revisions.IndexOf(later) == 0 ? null
            : revisions[revisions.IndexOf(later) - 1];
        if (revisions.Length == 1 && request is { From: null, To: null })
        {
            if (request.Json) around.PrintJson(ReportDiff.Of(found.Id, revisions[0], revisions[0]));
            else around.Print($"one text only, first seen {Time(revisions[0])}\n");
            return ExitCode.Ok;
        }
        if (earlier is null || later is null)
        {
            around.Complain($"the revisions are {string.Join(", ", revisions.Select(r => r.Number.ToString(CultureInfo.InvariantCulture)))}");
            return ExitCode.Store;
        }
        if (request.Json) around.PrintJson(ReportDiff.Of(found.Id, earlier, later));
        else around.Print(Write(earlier, later, around.Colour));
        return ExitCode.Ok;
    }

    private static string Write(Revision earlier, Revision later, bool colour)
    {
        var text = new StringBuilder(
            string.Create(CultureInfo.InvariantCulture, $"revision {earlier.Number}, {Time(earlier)} → revision {later.Number}, {Time(later)}\n\n")
        );
        var marks = new Marks(text, colour);
        if (earlier.Article.Headline != later.Article.Headline) Changed(marks, earlier.Article.Headline ?? "", later.Article.Headline ?? "");
        if (earlier.Hash == later.Hash) text.Append("the text is the same\n");
        else Changed(marks, earlier.Article.Text, later.Article.Text);
        return text.ToString();
    }

    private static void Changed(Marks marks, string old, string now)
    {
        var changes = WordDiff.Of(old, now);
        for (var i = 0; i < changes.Length; i++)
        {
            if (changes[i].IsSame) marks.Same(changes[i].New.Of(now), isFirst: i == 0, isLast: i == changes.Length - 1);
            else marks.Changed(changes[i].Old.Of(old), changes[i].New.Of(now));
        }
        marks.End();
    }

    private static string Time(Revision revision) =>
        string.Create(CultureInfo.InvariantCulture, $"{(revision.IsFileTime ? "file of" : "read")} {revision.SeenAt:u}");

    private sealed record DiffRequest(string Id, int? From, int? To, bool Json);

    /// <summary>Writes changes with a few words around them.</summary>
    private sealed class Marks(StringBuilder to, bool colour)
    {
        public void Same(string words, bool isFirst, bool isLast)
        {
            var parts = SearchCommand.Plain(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var (head, tail) = (isFirst ? 0 : Around, isLast ? 0 : Around);
            if (parts.Length <= head + tail + 4) to.AppendJoin(' ', parts);
            else
                to.AppendJoin(' ', parts[..head])
                    .Append(isFirst || isLast ? "" : " …\n")
                    .Append(isFirst || isLast ? "… " : "… ")
                    .AppendJoin(' ', parts[^tail..]);
            to.Append(' ');
        }

        public void Changed(string old, string now)
        {
            if (old.Trim().Length > 0)
                to.Append(colour ? "\u001b[31m" : "")
                    .Append("[-")
                    .Append(SearchCommand.Plain(old).Trim())
                    .Append("-]")
                    .Append(colour ? "\u001b[0m" : "")
                    .Append(' ');
            if (now.Trim().Length > 0)
                to.Append(colour ? "\u001b[32m" : "")
                    .Append("{+")
                    .Append(SearchCommand.Plain(now).Trim())
                    .Append("+}")
                    .Append(colour ? "\u001b[0m" : "")
                    .Append(' ');
        }

        public void End() => to.Append("\n\n");
    }
}

/// <summary>What changed between two revisions, as `diff --format json` prints it.</summary>
internal sealed record ReportDiff(string Id, DiffSide From, DiffSide To, ImmutableArray<DiffChange> Changes)
{
    public static ReportDiff Of(string id, Revision earlier, Revision later)
    {
        var (old, now) = (earlier.Article.Text, later.Article.Text);
        var changes = WordDiff.Of(old, now).Where(c => !c.IsSame);
        return new ReportDiff(
            id,
            DiffSide.Of(earlier),
            DiffSide.Of(later),
            [.. changes.Select(c => new DiffChange(c.Old.Start, c.Old.Of(old).Trim(), c.New.Start, c.New.Of(now).Trim()))]
        );
    }
}

/// <summary>One of the two revisions.</summary>
internal sealed record DiffSide(int Revision, DateTimeOffset SeenAt, string? Headline)
{
    public static DiffSide Of(Revision revision) => new(revision.Number, revision.SeenAt, revision.Article.Headline);
}

/// <summary>Words that were taken out and words that were put in for them, each with where they begin in its text (UTF-16).</summary>
internal sealed record DiffChange(int OldStart, string Old, int NewStart, string New);
