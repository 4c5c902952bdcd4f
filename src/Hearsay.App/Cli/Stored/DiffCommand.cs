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
        var id = new Argument<string>("ID") { Description = "A report's id or address" };
        var store = StoreOption.Build();
        var from = new Option<int?>("--from") { Description = "The earlier revision, instead of the one before", HelpName = "N" };
        var to = new Option<int?>("--to") { Description = "The later revision, instead of the newest", HelpName = "N" };
        var command = new Command("diff", "Show what an outlet changed in a report, word by word: [-taken out-] {+put in+}.") { id, store, from, to };
        command.SetAction(
            (parsed, cancel) =>
                RunAsync(
                    new DiffRequest(parsed.GetRequiredValue(id), parsed.GetValue(store), parsed.GetValue(from), parsed.GetValue(to)),
                    around,
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(DiffRequest request, Surroundings around, CancellationToken cancel)
    {
        await using var store = StoreOption.OpenToRead(request.Store);
        var revisions = await store
            .RevisionsAsync((await store.FindArticleAsync(request.Id, cancel).ConfigureAwait(false))?.Id ?? "", cancel)
            .ConfigureAwait(false);
        if (revisions.IsEmpty)
        {
            around.Complain($"there is no report {request.Id} in the store");
            return ExitCode.Store;
        }
        var later = request.To is { } t ? revisions.FirstOrDefault(r => r.Number == t) : revisions[^1];
        var earlier =
            request.From is { } f ? revisions.FirstOrDefault(r => r.Number == f)
            : later is null || revisions.IndexOf(later) == 0 ? null
            : revisions[revisions.IndexOf(later) - 1];
        if (revisions.Length == 1 && request is { From: null, To: null })
        {
            around.Print($"one text only, seen {Time(revisions[0])}\n");
            return ExitCode.Ok;
        }
        if (earlier is null || later is null)
        {
            around.Complain($"the revisions are {string.Join(", ", revisions.Select(r => r.Number.ToString(CultureInfo.InvariantCulture)))}");
            return ExitCode.WrongUsage;
        }
        around.Print(Write(earlier, later, around.Colour));
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

    private static string Time(Revision revision) => revision.SeenAt.ToString("u", CultureInfo.InvariantCulture);

    private sealed record DiffRequest(string Id, string? Store, int? From, int? To);

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
