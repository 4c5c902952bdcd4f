using Hearsay.Language.Encoder;

namespace Hearsay.Tests.Language.Encoder;

public sealed class WordPiecesTests
{
    private static readonly string[] Known =
    [
        "[UNK]", "[CLS]", "[SEP]", "bridge", "bri", "##dge", "##s", "re", "##open", "##ed", "'", "’", "-", "cafe", "3", "##5", "u", ".", "s",
    ];

    private readonly WordPieces pieces = new([.. Known]);

    [Theory]
    [InlineData("bridge", "bridge")]
    [InlineData("Bridges", "bridge ##s")]
    [InlineData("REOPENED", "re ##open ##ed")]
    [InlineData("Café", "cafe")]
    [InlineData("'s", "' s")]
    [InlineData("’s", "’ s")]
    [InlineData("35", "3 ##5")]
    [InlineData("U.S.", "u . s .")]
    [InlineData("re-bridge", "re - bridge")]
    [InlineData("bridgework", "[UNK]")]
    [InlineData("re-xyz", "re - [UNK]")]
    [InlineData("\u200B", "[UNK]")]
    public void A_word_is_cut_into_the_longest_known_pieces(string word, string expected)
    {
        var found = new List<int>();
        Assert.Equal(expected.Split(' ').Length, pieces.Cut(word, found));
        Assert.Equal(expected, string.Join(' ', found.Select(p => Known[p])));
    }

    [Fact]
    public void Of_a_long_word_the_first_pieces_are_kept()
    {
        var found = new List<int> { 7 };
        Assert.Equal(WordPieces.Most, pieces.Cut(string.Concat(Enumerable.Repeat("s.", 500)), found));
        Assert.Equal(1 + WordPieces.Most, found.Count);
    }
}
