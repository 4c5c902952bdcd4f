using System.Text;
using Hearsay.Sources;

namespace Hearsay.Tests.Sources;

/// <summary>Input that cannot be read is named with its reason, and the good report beside it is read all the same.</summary>
public sealed class BadInputTests
{
    private const string Good = "The mayor of Tolland said on Monday that the bridge over the Wend is closed until the end of the month.";

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "empty.txt", [], "empty" },
        { "blank.txt", " \n\t\n "u8.ToArray(), "empty" },
        { "binary.txt", [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7919 >> 3))], "binary" },
        { "picture.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "a picture" },
        { "paper.html", "%PDF-1.7 not a page"u8.ToArray(), "a PDF" },
        {
            "german.txt",
            "Der Bürgermeister der kleinen Stadt sagte am Montag, dass die Brücke über den Fluss bis auf Weiteres gesperrt bleibt und niemand sie betreten darf."u8.ToArray(),
            "the language is German"
        },
        {
            "russian.txt",
            "Мэр города сообщил в понедельник, что мост через реку закрыт до конца месяца и никто не может его перейти."u8.ToArray(),
            "the language is Russian"
        },
        { "truncated.json", "{\"title\": \"Bridge closed\", \"text\": \"The mayor of Tolland said on Mon"u8.ToArray(), "breaks off" },
        { "broken.json", "{\"title\": \"Bridge\" \"closed\"}"u8.ToArray(), "not valid" },
        { "textless.json", "{\"title\": \"Bridge closed\"}"u8.ToArray(), "no text" },
        { "number.json", "42"u8.ToArray(), "not a record" },
        { "surrogate.json", "{\"text\": \"The mayor \\ud800 said\"}"u8.ToArray(), "not valid" },
        { "array.json", "[]"u8.ToArray(), "empty array" },
        { "deep.json", Encoding.ASCII.GetBytes(new string('[', 5000)), "not valid" },
        { "deep.html", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<div>", 100_000)) + "The bridge is closed."), "nested too deeply" },
        {
            "fonts.html",
            Encoding.ASCII.GetBytes(
                string.Concat(Enumerable.Range(0, 5000).Select(i => $"<font size={i}>")) + string.Concat(Enumerable.Repeat("<p>x", 5000))
            ),
            "nested too deeply"
        },
        { "nothing.html", "<html><body><nav><a href='/'>Home</a></nav><script>var a = 1;</script></body></html>"u8.ToArray(), "no article text" },
        {
            "wrong.html",
            [.. "<html><meta charset='utf-8'><p>"u8, .. Enumerable.Range(0, 3000).Select(i => (byte)(0xA0 + i % 0x5F)), .. "</p>"u8],
            "utf-8"
        },
        { "cut.txt", [0xFF, 0xFE, .. Enumerable.Range(0, 2000).SelectMany(i => new byte[] { (byte)i, 0xD9 })], "utf-16" },
        { "furniture.txt", "Share this article\n\nSign up for our newsletter\n\nSubscribe"u8.ToArray(), "no article text" },
        { "slides.pptx", "PK"u8.ToArray(), "files of type .pptx are not read" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Named_with_its_reason_while_the_rest_goes_on(string name, byte[] bytes, string reason)
    {
        using var folder = new ScratchFolder();
        var bad = folder.Write(name, bytes);
        var good = folder.Write("good/good.txt", Good);
        var source = PageSource.Read([bad, good]);
        var document = Reader.Brief(source.Pages, source.Failures);
        var failure = Assert.Single(document.Failures);
        Assert.Equal(bad, failure.Path);
        Assert.Contains(reason, failure.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(good, Assert.Single(document.Reports).Article.Path);
    }

    [Fact]
    public void A_file_of_50_MB_is_refused_without_being_read()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("large.txt", []);
        using (var file = File.OpenWrite(path)) file.SetLength(50L * 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var failure = Assert.Single(PageSource.Read([path]).Failures);
        Assert.Contains("the limit is 20 MB", failure.Reason, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Fact]
    public void A_path_that_is_not_there_is_named()
    {
        var failure = Assert.Single(PageSource.Read(["no/such/file.txt"]).Failures);
        Assert.Equal(("no/such/file.txt", "there is no such file or folder"), (failure.Path, failure.Reason));
    }

    [Fact]
    public void A_file_without_permission_is_named()
    {
        if (OperatingSystem.IsWindows()) throw Xunit.Sdk.SkipException.ForSkip("Windows has no permission bits");
        using var folder = new ScratchFolder();
        var path = folder.Write("secret.txt", Good);
        File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(path, UnixFileMode.None);
        var root = SetFileSystemUser(Nobody); // root reads every file; on Linux one thread can look at files as another user
        try
        {
            Assert.Contains("permission", Assert.Single(PageSource.Read([path]).Failures).Reason, StringComparison.Ordinal);
        }
        finally
        {
            SetFileSystemUser(root);
        }
    }

    [Fact]
    public void A_folder_without_reports_is_named()
    {
        using var folder = new ScratchFolder();
        folder.Write("style.css", "p {}");
        Assert.Contains("holds no file", Assert.Single(PageSource.Read([folder.Path]).Failures).Reason, StringComparison.Ordinal);
    }

    private const int Nobody = 65534;

    [System.Runtime.InteropServices.DllImport("libc", EntryPoint = "setfsuid")]
    private static extern int SetFileSystemUser(int user);
}
