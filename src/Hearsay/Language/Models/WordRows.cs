namespace Hearsay.Language.Models;

/// <summary>
/// What the parser's network knows of a word before it looks around: rows of a table, one of each group, whose numbers are added: the word itself (0
/// where it is not in the vocabulary), its tag class, its last three and two letters, its first three, its shape, whether it stands inside quotation
/// marks. Endings and beginnings share rows by their hash.
/// </summary>
internal static class WordRows
{
    public const int Groups = 7;
    private const int Ends = 4096, ShortEnds = 1024, Shapes = 128, Quoted = 2, Tags = 256;
    private static readonly uint QuoteMark = FeatureList.Hash("\"");

    /// <summary>Whether the word is a double quotation mark, of either side.</summary>
    public static bool IsQuoteMark(in WordSight sight) => sight.Lower == QuoteMark;

    /// <summary>How many rows each group has, with a vocabulary of so many words.</summary>
    public static int[] Sizes(int vocabulary) => [vocabulary + 1, Tags, Ends, ShortEnds, Ends, Shapes, Quoted];

    /// <summary>Writes the rows of each word, counted within their groups; <see cref="Groups"/> a word.</summary>
    public static void Fill(WordTable words, ReadOnlySpan<byte> tags, SortedHashes vocabulary, Span<int> rows)
    {
        var open = 0;
        for (var i = 0; i < words.Count; i++)
        {
            ref var sight = ref words[i];
            if (IsQuoteMark(sight)) open ^= 1;
            var own = rows.Slice(i * Groups, Groups);
            own[0] = vocabulary.IndexOf(sight.Lower) + 1;
            own[1] = tags[i];
            own[2] = (int)(sight.Suffix3 % Ends);
            own[3] = (int)(sight.Suffix2 % ShortEnds);
            own[4] = (int)(sight.Prefix3 % Ends);
            own[5] = (int)(sight.Shape % Shapes);
            own[6] = open;
        }
    }
}
