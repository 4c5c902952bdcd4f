using Hearsay.Language;
using Hearsay.Text;

namespace Hearsay.Tests.Language;

public sealed class ThesaurusTests
{
    private static IEnumerable<string> Lines => DataFile.Lines("Language/Data/words.txt").Concat(DataFile.Lines("Language/Data/things.txt"));

    [Fact]
    public void Every_set_has_words_and_every_heading_is_a_set()
    {
        var headings = Lines
            .Where(l => l[0] == '[')
            .Select(l => l[1..l.IndexOf(']', StringComparison.Ordinal)].Replace(" ", "", StringComparison.Ordinal));
        var sets = Enum.GetValues<WordSet>().Where(s => s != WordSet.None).Select(s => s.ToString());
        Assert.Equal(sets.Order(StringComparer.OrdinalIgnoreCase), headings.Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Words_stand_in_lower_case() =>
        Assert.All(Lines.Where(l => l[0] != '['), l => Assert.Equal(l.ToLowerInvariant(), l));

    [Fact]
    public void A_word_can_be_in_several_sets_or_in_none()
    {
        Assert.Equal(WordSet.Auxiliary | WordSet.Future, Thesaurus.Of("will"));
        Assert.True(Thesaurus.Is("march", WordSet.Month));
        Assert.Equal(WordSet.None, Thesaurus.Of("tarn"));
    }
}
