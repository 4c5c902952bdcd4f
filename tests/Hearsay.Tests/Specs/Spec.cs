using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Statements;

namespace Hearsay.Tests.Specs;

/// <summary>A case of a readable spec: the words of its heading and its fenced blocks, each with the info string behind the fence.</summary>
public sealed record Spec(string Name, ImmutableArray<(string Info, string Text)> Blocks)
{
    /// <summary>The cases of Specs/<paramref name="file"/>: every second-level heading with the blocks under it.</summary>
    public static IEnumerable<Spec> In(string file)
    {
        var (name, blocks) = ("", ImmutableArray.CreateBuilder<(string, string)>());
        string? info = null;
        var lines = new List<string>();
        foreach (var line in File.ReadLines(Repository.At("tests", "Hearsay.Tests", "Specs", file)))
        {
            if (info is null && line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (blocks.Count > 0) yield return new Spec(name, blocks.ToImmutable());
                (name, blocks) = (line[3..].Trim(), ImmutableArray.CreateBuilder<(string, string)>());
            }
            else if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                if (info is not null) lines.Add(line);
            }
            else if (info is null) (info, lines) = (line[3..].Trim(), []);
            else
            {
                blocks.Add((info, string.Join('\n', lines)));
                info = null;
            }
        }
        if (blocks.Count > 0) yield return new Spec(name, blocks.ToImmutable());
    }

    /// <summary>The text of the block called <paramref name="info"/>.</summary>
    public string this[string info] => Blocks.Single(b => b.Info == info).Text;

    /// <summary>
    /// The blocks "report ID", "report ID DAY" and "report ID DAY credit AGENCY" as read reports; a line "# ..." at the start is the headline, a
    /// block "dropped ID" a line that stood around it.
    /// </summary>
    public ImmutableArray<Report> Reports() =>
    [
        .. from block in Blocks
           let words = block.Info.Split(' ', 5)
           where words[0] == "report"
           select Reader.Read(new Article
           {
               Id = words[1],
               Outlet = words[1],
               Headline = block.Text.StartsWith("# ", StringComparison.Ordinal) ? block.Text[2..].Split('\n')[0] : null,
               Text = block.Text.StartsWith("# ", StringComparison.Ordinal) ? block.Text[block.Text.IndexOf('\n')..].Trim() : block.Text,
               Published = words.Length > 2 && words[2] != "?" ? new PublicationDate(words[2], DateBasis.Stated, []) : PublicationDate.Unknown,
               Credits = words.Length > 4 ? [.. words[4].Split(" + ")] : [],
               Dropped = [.. Blocks.Where(b => b.Info == $"dropped {words[1]}").Select(b => new DroppedText(DroppedKind.Other, b.Text))],
           }),
    ];
}
