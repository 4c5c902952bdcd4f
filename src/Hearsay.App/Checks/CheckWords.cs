using System.Globalization;
using System.Text;
using Hearsay.App.Web;
using Hearsay.Reconciliation.Checks;

namespace Hearsay.App.Checks;

/// <summary>An answer in words for people: on a terminal, for an assistant, on the desk's page.</summary>
internal static class CheckWords
{
    /// <summary>The groups with their headings, in order; none left out, since that nobody says so is an answer too.</summary>
    public static IEnumerable<(string Heading, CheckedReports Reports)> Groups(CheckAnswer answer) =>
    [
        (Heading("carry all of it", "carries all of it", answer.Carried), answer.Carried),
        (Heading("carry a part", "carries a part", answer.Partly), answer.Partly),
        (Heading("say what cannot hold beside it", "says what cannot hold beside it", answer.Opposed), answer.Opposed),
    ];

    /// <summary>"Coast Daily, 2 May 2031, according to Ana Ruiz".</summary>
    public static string Source(CheckedReport report) =>
        $"{Shown.Text(report.Outlet)}, {(report.Published is { } published ? Shown.Published([published]) ?? published : "no date")}"
        + (report.AccordingTo.IsEmpty ? "" : ", according to " + Shown.Text(string.Join(" and ", report.AccordingTo)));

    /// <summary>What is missing and what differs; null where neither is.</summary>
    public static string? Remark(CheckedReport report)
    {
        var parts = report.Differs.Select(Difference).ToList();
        if (!report.Missing.IsEmpty && (report.Differs.IsEmpty || !report.Differs.All(d => report.Missing.SequenceEqual([d.Asked]))))
            parts.Add("without " + string.Join(", ", report.Missing.Select(m => $"“{m}”")));
        return parts.Count > 0 ? string.Join("; ", parts) : null;
    }

    /// <summary>The whole answer, a group a paragraph.</summary>
    public static string Write(CheckAnswer answer)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"“{Shown.Text(answer.Sentence)}”\n");
        text.Append(CultureInfo.InvariantCulture, $"looked for in {Shown.Count(answer.Reports, "report")} of {(answer.Stories == 1 ? "1 story" : $"{answer.Stories:N0} stories")}\n");
        foreach (var (heading, reports) in Groups(answer))
        {
            text.Append('\n').Append(heading).Append('\n');
            foreach (var report in reports.Items) Write(text, report, reports == answer.Partly);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder to, CheckedReport report, bool isPart)
    {
        to.Append(CultureInfo.InvariantCulture, $"  {Source(report)}:\n    {Shown.Text(report.Text.ReplaceLineEndings(" "))}\n");
        if ((Remark(report) ?? (isPart ? Unsure : null)) is { } remark) to.Append(CultureInfo.InvariantCulture, $"    → {Shown.Text(remark)}\n");
        to.Append(CultureInfo.InvariantCulture, $"    {report.Url ?? report.Path ?? report.ArticleId}, {report.Start}–{report.Start + report.Length}\n");
    }

    /// <summary>What is said of a part of which nothing is missing.</summary>
    public const string Unsure = "near, but not sure to say all of it";

    private static string Heading(string many, string one, CheckedReports reports) =>
        reports.Items.IsEmpty ? $"No report {one}."
        : $"{Shown.Count(reports.Items.Length, "report")} {(reports.Items.Length == 1 ? one : many)}, from {Shown.Count(reports.Independent, "origin")}"
            + (reports.Since is { } since ? $", since {Shown.Published([since]) ?? since}" : "");

    private static string Difference(CheckedDifference difference) => difference.Kind switch
    {
        DifferenceKind.Speaker => $"said by {difference.Found}, not {difference.Asked}",
        DifferenceKind.Roles => $"“{difference.Found}” the other way round",
        DifferenceKind.Certainty => $"“{difference.Found}”: not told as it is",
        DifferenceKind.Negation => $"“{difference.Found}” against “{difference.Asked}”: one says so, the other denies it",
        _ => $"“{difference.Found}”, not “{difference.Asked}”",
    };
}
