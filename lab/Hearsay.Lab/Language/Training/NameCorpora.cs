using System.CommandLine;
using System.Globalization;
using Hearsay.Language;

namespace Hearsay.Lab.Language.Training;

/// <summary>The corpora with names.</summary>
internal enum NameCorpus
{
    /// <summary>EWT: its dev part as UNER marks it, its training part as this project does.</summary>
    Ewt,
    Gum,
    Wikigold,
}

/// <summary>
/// A sentence with names: for each word 0 outside, 1 + 2k the first of a name of kind k, 2 + 2k a further one. <paramref name="Kinds"/> says which
/// kinds the corpus marks.
/// </summary>
internal sealed record NamedSentence(string[] Words, byte[] Labels, bool MarksOther)
{
    /// <summary>The text it is from.</summary>
    public string Document { get; init; } = "";

    /// <summary>The corpus whose lines between the kinds are followed.</summary>
    public NameCorpus Corpus { get; init; }

    /// <summary>The number of the sentence in its corpus, where it has one.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its tags where the shipped tagger learned from the sentence: those of one that did not.</summary>
    public JackknifedTags? Tags { get; init; }

    /// <summary>What a treebank says of it.</summary>
    public GoldWord[]? Tree { get; init; }
}

/// <summary>The corpora with names, brought to four classes.</summary>
internal static class NameCorpora
{
    /// <summary>
    /// Every corpus that may be trained on: wikigold, UNER's EWT dev part, GUM's training part, and EWT's training part with the names that
    /// <see cref="EwtNames"/> says.
    /// </summary>
    public static List<NamedSentence> Train(ParseResult parsed, Treebank bank, JackknifedTags[] tags)
    {
        var marked = new List<NamedSentence>();
        if (LabData.Find("data/language/wikigold/wikigold.conll.txt", parsed) is { } wikigold) marked.AddRange(Wikigold(wikigold));
        var dev = bank.EwtDev.ToDictionary(s => s.Id, StringComparer.Ordinal);
        if (LabData.Find("data/language/uner-ewt/en_ewt-ud-dev.iob2", parsed) is { } uner)
        {
            marked.AddRange(
                Uner(uner).Select(s => dev.TryGetValue(s.Id, out var gold) && gold.Words.Length == s.Words.Length ? s with { Tree = gold.Words } : s)
            );
        }

        var names = EwtNames.Read();
        foreach (var (i, sentence) in bank.Train.Index())
        {
            var isGum = sentence.Document.StartsWith("GUM_", StringComparison.Ordinal);
            marked.Add((isGum ? Gum(sentence) : Ewt(sentence, names)) with { Tags = tags[i], Tree = sentence.Words });
        }

        return marked;
    }

    private static NamedSentence Ewt(GoldSentence sentence, EwtNames names) =>
        new([.. sentence.Words.Select(w => w.Form)], names.Of(sentence), false) { Document = sentence.Document, Id = sentence.Id };

    public static byte First(NameType type) => (byte)(1 + 2 * (int)type);

    public static IEnumerable<NamedSentence> Wikigold(string path)
    {
        var (words, labels, before, document) = (new List<string>(), new List<byte>(), "O", 0);
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.Length == 0)
            {
                if (words.Count > 0) yield return new NamedSentence([.. words], [.. labels], true)
                    {
                        Document = $"wikigold {document}", Corpus = NameCorpus.Wikigold,
                    };
                words.Clear();
                labels.Clear();
                before = "O";
                continue;
            }

            var space = line.LastIndexOf(' ');
            if (line.StartsWith("-DOCSTART-", StringComparison.Ordinal))
            {
                document++;
                continue;
            }

            words.Add(line[..space]);
            labels.Add(Label(line[(space + 1)..], before));
            before = line[(space + 1)..];
        }
    }

    public static IEnumerable<NamedSentence> Uner(string path)
    {
        var (words, labels, document, id) = (new List<string>(), new List<byte>(), "", "");
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal)) document = line;
            if (line.StartsWith("# sent_id = ", StringComparison.Ordinal)) id = line[12..];
            if (line.Length == 0)
            {
                if (words.Count > 0) yield return new NamedSentence([.. words], [.. labels], false) { Document = document, Id = id };
                words.Clear();
                labels.Clear();
            }
            else if (line[0] != '#')
            {
                var fields = line.Split('\t');
                words.Add(fields[1]);
                labels.Add(Label(fields[2], "B"));
            }
        }
    }

    /// <summary>Worldwide newswire: nine classes to four; dates and sums of money are no names.</summary>
    public static IEnumerable<NamedSentence> Newswire(string folder)
    {
        foreach (var sentence in NewswireAsGiven(folder)) yield return JoinInitials(sentence);
    }

    /// <summary>"U . S ." is one word in this project's texts.</summary>
    private static NamedSentence JoinInitials(NamedSentence sentence)
    {
        var (words, labels) = (new List<string>(), new List<byte>());
        for (var i = 0; i < sentence.Words.Length; i++)
        {
            var goesOn =
                i > 0
                && labels.Count > 0
                && words[^1].Length % 2 == 0
                && IsInitials(words[^1])
                && i + 1 < sentence.Words.Length
                && IsLetter(sentence.Words[i])
                && sentence.Words[i + 1] == ".";
            var dot =
                sentence.Words[i] == "."
                && i > 0
                && IsLetter(sentence.Words[i - 1])
                && (
                    IsLetter(words[^1])
                        ? i + 2 < sentence.Words.Length && IsLetter(sentence.Words[i + 1]) && sentence.Words[i + 2] == "."
                        : IsInitials(words[^1][..^1])
                );
            if (goesOn || dot)
            {
                words[^1] += sentence.Words[i];
                continue;
            }

            words.Add(sentence.Words[i]);
            labels.Add(sentence.Labels[i]);
        }

        return sentence with { Words = [.. words], Labels = [.. labels] };
    }

    private static bool IsLetter(string word) => word.Length == 1 && char.IsUpper(word[0]);

    private static bool IsInitials(string word) =>
        word.Length >= 2 && word.Where((c, k) => k % 2 == 0 ? !char.IsUpper(c) : c != '.').FirstOrDefault() == '\0';

    private static IEnumerable<NamedSentence> NewswireAsGiven(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.tsv").Order(StringComparer.Ordinal))
        {
            var (words, labels) = (new List<string>(), new List<byte>());
            foreach (var line in File.ReadLines(file).Skip(1).Append(""))
            {
                var fields = line.Split('\t');
                if (fields.Length < 2 || fields[0].Trim().Length == 0)
                {
                    if (words.Count > 0) yield return new NamedSentence([.. words], [.. labels], true) { Document = file };
                    words.Clear();
                    labels.Clear();
                    continue;
                }

                words.Add(fields[0]);
                labels.Add(Label(fields[1].Trim(), "B"));
            }
        }
    }

    /// <summary>GUM marks every mention: those headed by a proper noun are names.</summary>
    public static NamedSentence Gum(GoldSentence sentence)
    {
        var labels = new byte[sentence.Words.Length];
        foreach (var (first, last, type, linked) in GumEntities.Of(sentence).OrderByDescending(e => e.Last - e.First))
        {
            if (GumEntities.Type(type) is not { } kind) continue;
            var (from, to) = GumEntities.NamePart(sentence.Words, first, last, linked);
            if (from > to || labels.AsSpan(from, to - from + 1).IndexOfAnyExcept((byte)0) >= 0) continue;
            // "Basques" are many: no one person's name.
            if (kind == NameType.Person && sentence.Words[to].Xpos == "NNPS") kind = NameType.Other;
            for (var i = from; i <= to; i++) labels[i] = (byte)(First(kind) + (i > from ? 1 : 0));
        }


        return new NamedSentence([.. sentence.Words.Select(w => w.Form)], labels, false) { Document = sentence.Document, Corpus = NameCorpus.Gum };
    }

    private static byte Label(string tag, string before)
    {
        if (tag.Length < 3 || tag[1] != '-') return 0;
        NameType? type = tag[2..].ToUpperInvariant() switch
        {
            "PER" or "PERSON" => NameType.Person,
            "ORG" or "ORGANIZATION" => NameType.Organisation,
            "LOC" or "LOCATION" or "FACILITY" => NameType.Place,
            "MISC" or "NORP" or "PRODUCT" => NameType.Other,
            _ => null,
        };
        if (type is not { } kind) return 0;
        var starts = tag[0] == 'B' || (before != "B" && (before.Length < 3 || !before[2..].Equals(tag[2..], StringComparison.Ordinal)));
        return (byte)(First(kind) + (starts ? 0 : 1));
    }
}
