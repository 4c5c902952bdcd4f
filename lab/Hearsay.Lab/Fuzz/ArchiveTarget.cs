using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Hearsay.Lab.Fuzz;

/// <summary>Zip and tar of pages: one input is read as each.</summary>
internal static class ArchiveTarget
{
    private static readonly string[] Words =
    [
        "PK\u0001\u0002",
        "PK\u0003\u0004",
        "PK\u0005\u0006",
        "../", "/", ".html", "ustar",
        "\0",
        "\u00FF\u00FF\u00FF\u00FF",
        "77777777777",
        "x",
        "L",
        "{\"text\": \"x\"}\n",
        "\u001F\u008B\u0008\0",
    ];

    /// <summary>The target.</summary>
    public static FuzzTarget Create()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Entries)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        using var tar = new MemoryStream();
        using (var archive = new TarWriter(tar, leaveOpen: true))
        {
            foreach (var (name, content) in Entries)
                archive.WriteEntry(
                    new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) }
                );
        }
        return new FuzzTarget(
            "archive",
            [zip.ToArray(), tar.ToArray()],
            Words,
            input => WarcTarget.Check(input, input.AsSpan().StartsWith("PK"u8) ? "hearsay-fuzz.zip" : "hearsay-fuzz.tar")
        );
    }

    private static readonly (string Name, string Content)[] Entries =
    [
        ("a/one.html", "<p>The bridge is closed.</p>"), ("two.txt", "The bridge is open."),
        ("three.jsonl", "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n"), ("photo.jpg", "x"),
    ];
}
