using System.Text;
using Hearsay.Model;
using Hearsay.Statements;
using static Hearsay.Lab.Fuzz.OracleException;

namespace Hearsay.Lab.Fuzz;

/// <summary>Reports: text to times, figures and attributions, read quickly.</summary>
internal static class ReportTarget
{
    private static readonly string[] Seeds =
    [
        "The toll rose from 22 to 27 on Monday, up by five since 3 May 2031. Police were called at 11 last night, between 7 and 9 a.m., and again from Tuesday to Thursday.",
        "At 5 a.m. Mr. Orlov, of Wow! Inc., went to the gate. It was No. 1. “We lost 12 000 tonnes, or $1.5m,” said Dora Whit. Prices fell by 3.5% to 41 cents a litre.",
        "NORVIK, 19-Nov-31 (Coast Wire) — Between minus 5C and 1.5C, 1-in-4 of the 2,50,000 rupees were paid a week on Thursday, in the early hours of the '90s, the ministry said.",
    ];

    private static readonly string[] Words =
    [
        " Monday", " last ", " coming ", " next ", " ago", "2031-05-05", "05/06/31", " May ", " 31 ", " 1931", "'30s", " a.m.", " p.m. ", "24:00", "T25:61Z", " the 3rd", " century",
        " half a ", " million", " dozen", "1,000", "1 000", "1'000", "1.000,5", "999999999999999999999999999999", "0.0000000000000000001", "1e999", "-", "–", "%", "$", "Rs ", "€", "5ft 10in",
        " to ", " from ", " by ", " between ", " and ", " nearly ", " more than ", "“", "”", "\"", "'", "„", "»", " said ", " he ", ". ", "! ", "\n\n", "\n", "\t", "No. ", "Inc. ",
        "\u00F0\u009F\u0098\u0080", "\u00E2\u0080\u00AE", "\u00CC\u0081", "\u00ED\u00A0\u0080", "½", "²", "Ⅳ", "٣",
    ];

    /// <summary>The target.</summary>
    public static FuzzTarget Create() => new("report", [.. Seeds.Select(Encoding.UTF8.GetBytes)], Words, Check);

    private static void Check(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input).Trim();
        if (text.Length == 0) return;
        var article = new Article { Id = "a", Text = text, Published = new PublicationDate("2031-05-06T09:00:00Z", DateBasis.Metadata, []) };
        var report = Reader.Read(article);
        foreach (var time in report.Times) Inside(time.Span.Start, time.Span.End, text);
        foreach (var figure in report.Figures)
        {
            Inside(figure.Span.Start, figure.Span.End, text);
            Demand(figure.Low is null || figure.High is null || figure.Low <= figure.High, "a range whose end is before its start");
        }

        foreach (var span in report.Attributions.SelectMany(a => a.Content)) Inside(span.Start, span.End, text);
        for (var i = 1; i < report.Sentences.Length; i++) Demand(report.Sentences[i - 1].Span.End <= report.Sentences[i].Span.Start, "sentences that overlap");
        Demand(Shown(report) == Shown(Reader.Read(article)), "read twice, it is not the same");
    }

    private static void Inside(int start, int end, string text) => Demand(start >= 0 && start < end && end <= text.Length, "a span outside the text, or of nothing");

    private static string Shown(Report report) => string.Join('\n', report.Times.Select(t => $"{t}").Concat(report.Figures.Select(f => $"{f}")));
}
