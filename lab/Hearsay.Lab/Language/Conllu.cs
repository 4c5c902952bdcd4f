using System.Globalization;

namespace Hearsay.Lab.Language;

/// <summary>
/// A word of a treebank. <paramref name="Head"/> counts from 0 within the sentence, -1 is the root; <paramref name="Space"/> says whether a space
/// follows.
/// </summary>
internal sealed record GoldWord(string Form, string Lemma, string Upos, string Xpos, string Features, int Head, string Relation, string Misc)
{
    public bool Space { get; set; } = true;
}

/// <summary>A sentence of a treebank; <paramref name="StartsParagraph"/> where a new paragraph or document begins with it.</summary>
internal sealed record GoldSentence(string Id, string Document, string Text, bool StartsParagraph, GoldWord[] Words);

/// <summary>Reads CoNLL-U files (https://universaldependencies.org/format.html), without empty nodes.</summary>
internal static class Conllu
{
    public static List<GoldSentence> Read(string path)
    {
        var all = new List<GoldSentence>();
        var words = new List<GoldWord>();
        string id = "", document = Path.GetFileNameWithoutExtension(path), text = "";
        var paragraph = true;
        var range = (End: 0, Space: true);
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0)
            {
                if (words.Count > 0) all.Add(new GoldSentence(id, document, text, paragraph, [.. words]));
                words.Clear();
                (paragraph, range) = (false, (0, true));
            }
            else if (line[0] == '#')
            {
                if (line.StartsWith("# sent_id = ", StringComparison.Ordinal)) id = line[12..];
                else if (line.StartsWith("# text = ", StringComparison.Ordinal)) text = line[9..];
                else if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal)) (document, paragraph) = (line[14..], true);
                else if (line.StartsWith("# newpar", StringComparison.Ordinal) && !line.StartsWith("# newpar_block", StringComparison.Ordinal))
                    paragraph = true;
            }
            else
            {
                Word(line.Split('\t'), words, ref range);
            }
        }

        if (words.Count > 0) all.Add(new GoldSentence(id, document, text, paragraph, [.. words]));
        return all;
    }

    private static void Word(string[] c, List<GoldWord> words, ref (int End, bool Space) range)
    {
        if (c[0].Contains('.', StringComparison.Ordinal)) return;
        var space = !c[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
        if (c[0].IndexOf('-', StringComparison.Ordinal) is var dash and > 0)
        {
            range = (int.Parse(c[0][(dash + 1)..], CultureInfo.InvariantCulture), space);
            return;
        }

        var number = int.Parse(c[0], CultureInfo.InvariantCulture);
        if (number <= range.End) space = number == range.End && range.Space;
        words.Add(
            new GoldWord(c[1], c[2], c[3], c[4], c[5] == "_" ? "" : c[5], int.Parse(c[6], CultureInfo.InvariantCulture) - 1, c[7], c[9])
            {
                Space = space,
            }
        );
    }
}
