using Hearsay.Language;
using Hearsay.Language.Encoder;

namespace Hearsay.Tests.Language.Encoder;

public sealed class NamePathTests
{
    [Fact]
    public void A_name_is_whole_though_single_words_would_score_otherwise()
    {
        var scores = new float[3 * NamePath.Classes];
        scores[0 * NamePath.Classes + NamePath.ClassOf(NameType.Person, first: true, last: false)] = 2;
        scores[1 * NamePath.Classes + NamePath.ClassOf(NameType.Place, first: false, last: true)] = 1.5f;
        scores[1 * NamePath.Classes + NamePath.ClassOf(NameType.Person, first: false, last: true)] = 1;
        scores[2 * NamePath.Classes + NamePath.ClassOf(NameType.Place, first: true, last: false)] = 3;
        scores[2 * NamePath.Classes + NamePath.ClassOf(NameType.Place, first: true, last: true)] = 1;
        var labels = new byte[3];
        NamePath.Find(scores, NamePath.Classes, 3, labels);
        Assert.Equal<byte>([1, 2, 5], labels);
    }
}
