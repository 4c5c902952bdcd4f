using System.Globalization;
using System.Text;
using Hearsay.Briefings.Html;
using Hearsay.Briefings.Terminal;
using Hearsay.Text;

namespace Hearsay.Briefings.Mail;

// A briefing document in, one mail out (RFC 5322): multipart/alternative with the terminal page as text and a plain page as HTML (RFC 2046).
// Method: both parts are base64, so that no server breaks a line of them; what stands in the head is ASCII, other titles are encoded words (RFC
// 2047). The mail is a draft (X-Unsent) from nobody to nobody; its day is that of the newest report, since the engine has no clock. The boundary and
// the message's id come from the content, so that the same document gives the same bytes.
// Limits: of a document without a dated report the day is 1 January 1970.

/// <summary>Writes a briefing document as a mail.</summary>
public static class MailBriefing
{
    /// <summary>The most bytes of a title that an encoded word takes up (RFC 2047: 75 characters with its marks).</summary>
    private const int EncodedBytes = 42;

    private const int LongestPlain = 60;

    /// <summary>The mail, with lines that end as mails' do (CR LF).</summary>
    public static string Write(BriefingDocument document)
    {
        var (text, html) = (TerminalBriefing.Write(document, colour: false), MailPage.Write(document));
        var id = ContentId.Of(text + html);
        var to = new StringBuilder();
        Line($"Date: {Day(document).ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} -0000");
        Line("From: Hearsay <hearsay@hearsay.invalid>");
        Line($"Message-ID: <{id}@hearsay.invalid>");
        Line($"Subject: {Encoded(TitleOf(document))}");
        Line("X-Unsent: 1");
        Line("MIME-Version: 1.0");
        Line($"Content-Type: multipart/alternative; boundary=\"={id}\"");
        Part("text/plain", text.ReplaceLineEndings("\r\n"));
        Part("text/html", html);
        Line("");
        Line($"--={id}--");
        return to.ToString();

        void Line(string line) => to.Append(line).Append("\r\n");

        void Part(string mediaType, string content)
        {
            Line("");
            Line($"--={id}");
            Line($"Content-Type: {mediaType}; charset=utf-8");
            Line("Content-Transfer-Encoding: base64");
            Line("");
            Line(Convert.ToBase64String(Encoding.UTF8.GetBytes(content), Base64FormattingOptions.InsertLineBreaks));
        }
    }

    private static string TitleOf(BriefingDocument document) => document.Stories switch
    {
        [] => Phrases.NothingRead,
        [var story] => HtmlStory.TitleOf(story),
        var stories => $"{Phrases.Count(stories.Length, "story", "stories")} from {Phrases.Count(document.Reports.Length, "report", "reports")}",
    };

    private static DateTime Day(BriefingDocument document) =>
        document.Reports
            .Select(r => DateTimeOffset.TryParse(r.Article.Published.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? at.UtcDateTime : DateTime.UnixEpoch)
            .Append(DateTime.UnixEpoch)
            .Max();

    private static string Encoded(string title)
    {
        var line = PlainText.OneLine(title);
        if (line.Length <= LongestPlain && line.All(char.IsAscii) && !line.Contains("=?", StringComparison.Ordinal)) return line;
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in line.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(word.ToString()) + rune.Utf8SequenceLength > EncodedBytes) Close();
            word.Append(rune.ToString());
        }
        Close();
        return string.Join("\r\n ", words);

        void Close()
        {
            words.Add($"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(word.ToString()))}?=");
            word.Clear();
        }
    }
}
