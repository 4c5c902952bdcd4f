using System.Text;
using Hearsay.Briefings;
using Hearsay.Briefings.Html;
using Hearsay.Briefings.Mail;
using Hearsay.Briefings.Terminal;
using MimeKit;

namespace Hearsay.Tests.Briefings;

/// <summary>Mails, read by MimeKit.</summary>
public sealed class MailBriefingTests
{
    public static TheoryData<bool> Documents => [true, false];

    private static BriefingDocument Document(bool hostile) => hostile ? HostileStory.Document : LockStory.Document;

    private static MimeMessage Read(string mail)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(mail));
        return MimeMessage.Load(stream, TestContext.Current.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_mail_holds_the_page_as_text_and_as_HTML(bool hostile)
    {
        var document = Document(hostile);
        var mail = Read(MailBriefing.Write(document));
        var parts = Assert.IsType<MultipartAlternative>(mail.Body);
        Assert.Equal(["text/plain", "text/html"], parts.Select(p => p.ContentType.MimeType));
        Assert.Equal(TerminalBriefing.Write(document, colour: false), mail.TextBody!.ReplaceLineEndings("\n"));
        Assert.All(
            document.Stories.SelectMany(s => s.Sections).SelectMany(s => s.Sentences),
            s => Assert.Contains(Hearsay.Briefings.Html.Html.Of($"{s.Text}").Markup, mail.HtmlBody!, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("<script", mail.HtmlBody!, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", mail.HtmlBody!, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_head_is_a_draft_named_after_the_story(bool hostile)
    {
        var document = Document(hostile);
        var mail = Read(MailBriefing.Write(document));
        Assert.Equal(PlainText.OneLine(HtmlStory.TitleOf(document.Stories[0])), mail.Subject);
        Assert.Equal(new DateTime(2031, 4, 9, hostile ? 0 : 6, hostile ? 0 : 30, 0), mail.Date.UtcDateTime);
        Assert.Equal("1", mail.Headers["X-Unsent"]);
        Assert.Equal("Hearsay", mail.From.Mailboxes.Single().Name);
        Assert.False(string.IsNullOrEmpty(mail.MessageId));
    }

    [Fact]
    public void A_title_in_other_letters_is_read_again_as_it_is()
    {
        var document = LockStory.Document;
        const string title = "Żółta łódź — „堤防が決壊した 🌊🌊” and a title that goes on for longer than a line of a mail may";
        var named = document with { Stories = [document.Stories[0] with { Story = document.Stories[0].Story with { Title = title } }] };
        var mail = MailBriefing.Write(named);
        Assert.Equal(title, Read(mail).Subject);
        Assert.All(mail, c => Assert.True(char.IsAscii(c)));
        Assert.All(mail.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
        Assert.DoesNotContain('\n', mail.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_number_leads_to_the_words()
    {
        var html = Read(MailBriefing.Write(LockStory.Document)).HtmlBody!;
        var used = html.Split("href=\"#w").Skip(1).Select(p => p[..p.IndexOf('"', StringComparison.Ordinal)]).Distinct().ToList();
        Assert.NotEmpty(used);
        Assert.All(used, number => Assert.Contains($"<li id=\"w{number}\">", html, StringComparison.Ordinal));
    }
}
