using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Hearsay.Sources;

namespace Hearsay.Tests.Sources.Archives;

public sealed class ZipAndTarTests
{
    private static readonly (string Name, string Content)[] Entries =
    [
        ("b/two.html", "<p>The bridge is open.</p>"), ("photo.jpg", "no page"), ("one.txt", "The bridge is closed."),
        ("records.jsonl", "{\"text\": \"The ferry runs.\"}\n{}\n"), ("inner.zip", "PK"), ("empty.txt", ""),
    ];

    private static readonly string[] Expected =
        [
            "b/two.html: <p>The bridge is open.</p>", "type .jpg", "one.txt: The bridge is closed.", "records.jsonl#1: The ferry runs.",
            "records.jsonl#2: the JSON has no text (\"text\" or \"html\")",
            "archive within an archive",
            "empty.txt: the file is empty",
        ];

    [Theory]
    [InlineData("pages.zip")]
    [InlineData("pages.tar")]
    [InlineData("pages.tar.gz")]
    [InlineData("pages.tgz")]
    public async Task Entries_are_read_as_files_are(string name)
    {
        using var folder = new ScratchFolder();
        var path = folder.Write(name, Pack(name, Entries));
        var items = await Read(path);
        Assert.Equal(Expected, items.Select(i => Shown(path, i)));
        var last = items.FindIndex(i => i.Page?.Content == "The bridge is closed.");
        Assert.Equal(Expected[(last + 1)..], (await Read(path, items[last].Position)).Select(i => Shown(path, i)));
    }

    [Theory]
    [InlineData("../../etc/evil.html")]
    [InlineData("/etc/evil.html")]
    [InlineData("C:\\evil.html")]
    [InlineData("a/..\\..\\evil.html")]
    public async Task A_name_that_points_outside_is_refused(string entry)
    {
        using var folder = new ScratchFolder();
        foreach (var name in new[] { "a.zip", "a.tar" })
        {
            var items = await Read(folder.Write(name, Pack(name, [(entry, "<p>The bridge is open.</p>"), ("good.txt", "The bridge is closed.")])));
            Assert.Equal(["the name points outside the archive", "The bridge is closed."], items.Select(i => i.Failure?.Reason ?? i.Page!.Content));
        }
    }

    [Fact]
    public async Task Links_in_a_tar_are_passed_over()
    {
        using var memory = new MemoryStream();
        using (var tar = new TarWriter(memory, leaveOpen: true))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "link.html") { LinkName = "/etc/passwd" });
            tar.WriteEntry(new PaxTarEntry(TarEntryType.HardLink, "hard.html") { LinkName = "link.html" });
        }
        using var folder = new ScratchFolder();
        Assert.Equal(["link or device", "link or device"], (await Read(folder.Write("a.tar", memory.ToArray()))).Select(i => i.Skipped));
    }

    [Fact]
    public async Task Bombs_end_early()
    {
        using var folder = new ScratchFolder();
        var zeros = new string('0', 18_000_000);
        Assert.Contains(
            "200 times",
            Assert.Single(await Read(folder.Write("a.zip", Pack("a.zip", [("a.html", zeros)])))).Failure!.Reason,
            StringComparison.Ordinal
        );
        var many = await Read(folder.Write("b.tar.gz", Pack("b.tar.gz", [.. Enumerable.Range(0, 12).Select(i => ($"{i}.html", zeros))])));
        Assert.Contains("200 times", many[^1].Failure!.Reason, StringComparison.Ordinal);
        Assert.True(many.Count < 12);
    }

    [Theory]
    [InlineData("a.zip")]
    [InlineData("a.tar")]
    [InlineData("a.tar.gz")]
    [InlineData("a.warc.gz")]
    public async Task What_is_no_archive_is_named(string name)
    {
        using var folder = new ScratchFolder();
        foreach (
            var content in new byte[][]
            {
                Encoding.ASCII.GetBytes(new string('x', 3000)),
                [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
                [0x50, 0x4B, 5, 6],
            }
        )
        {
            Assert.NotNull(Assert.Single(await Read(folder.Write(name, content))).Failure);
        }
    }

    [Fact]
    public void A_briefing_reads_an_archive_as_it_reads_a_folder()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("pages.zip", Pack("pages.zip", [("a.txt", "The bridge is closed."), ("b.txt", "The bridge is open.")]));
        Assert.Equal([$"{path}/a.txt", $"{path}/b.txt"], PageSource.Read([folder.Path]).Pages.Select(p => p.Path));
    }

    private static string Shown(string path, SourceItem item) =>
        item.Skipped
        ?? (
            item.Page is { } page
                ? $"{page.Path![(path.Length + 1)..]}: {page.Content}"
                : $"{item.Failure!.Path[(path.Length + 1)..]}: {item.Failure.Reason}"
        );

    private static async Task<List<SourceItem>> Read(string path, string? after = null)
    {
        var items = new List<SourceItem>();
        await foreach (var item in new FileSource([path]).ReadAsync(after)) items.Add(item);
        return items;
    }

    private static byte[] Pack(string name, (string Name, string Content)[] entries)
    {
        using var memory = new MemoryStream();
        if (name.EndsWith(".zip", StringComparison.Ordinal))
        {
            using var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true);
            foreach (var (entry, content) in entries)
            {
                using var stream = zip.CreateEntry(entry).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        else
        {
            using var tar = new TarWriter(memory, leaveOpen: true);
            foreach (var (entry, content) in entries)
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, entry) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) });
        }
        return name.EndsWith("gz", StringComparison.Ordinal) ? Warc.Gzip(memory.ToArray()) : memory.ToArray();
    }
}
