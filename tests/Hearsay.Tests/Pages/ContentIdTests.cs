using System.Security.Cryptography;
using System.Text;
using Hearsay.Text;

namespace Hearsay.Tests.Pages;

public sealed class ContentIdTests
{
    public static TheoryData<string> Texts =>
        [
            "",
            "a",
            new string('ä', 20_000),
            new string('x', 8191) + "\uD83D\uDE00" + new string('y', 9000),
            "\uD800 alone",
            new string('z', 8192) + "\uDC00",
            new string('q', 8191) + "\uD800",
        ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_id_is_that_of_the_whole_text_in_one_piece(string text) =>
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12], ContentId.Of(text));

    [Fact]
    public void Lines_that_are_not_there_leave_no_gap() => Assert.Equal(ContentId.Of("one\ntwo"), ContentId.OfLines("one", null, "two", null));
}
