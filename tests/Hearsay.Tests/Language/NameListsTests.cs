using Hearsay.Lab.Language;
using Hearsay.Language;
using Hearsay.Language.Models;

namespace Hearsay.Tests.Language;

public sealed class NameListsTests
{
    [Fact]
    [Trait("Lane", "slow")]
    public void The_embedded_file_is_what_the_lists_pack_to()
    {
        using var embedded = typeof(NameLists).Assembly.GetManifestResourceStream("Hearsay.Language.Data.names.bin")!;
        using var bytes = new MemoryStream();
        embedded.CopyTo(bytes);
        Assert.Equal(NameListCommand.Pack(), bytes.ToArray());
    }

    [Fact]
    public void A_word_is_known_whatever_its_capitals()
    {
        Assert.True((NameLists.Of(WordSight.LowerHash("LISBON")) & KnownName.Town) != 0);
        Assert.Equal(KnownName.None, NameLists.Of(WordSight.LowerHash("qwvbrtx")));
    }
}
