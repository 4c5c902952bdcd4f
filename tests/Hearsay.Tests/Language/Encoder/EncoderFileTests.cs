using Hearsay.Language.Encoder;

namespace Hearsay.Tests.Language.Encoder;

public sealed class EncoderFileTests
{
    private static readonly float[] Numbers = [0.5f, -1, 0.25f, 100, -50, 25, 0, 0, 0];

    [Fact]
    public void What_was_written_is_read()
    {
        var a = EncoderTensor.Floats("a", 3, 3, Numbers);
        var (b, c) = (EncoderTensor.ByColumn("b", 3, 3, Numbers), EncoderTensor.ByRow("c", 3, 3, Numbers));
        var file = EncoderFile.Open(Written(a, b, c));
        Assert.Equal(new EncoderShape(6, 2, 384, 12, 1536), file.Shape);
        Assert.Equal(["[UNK]", "bridge"], file.Pieces);
        Assert.Equal(["NOUN/NN"], file.Tags);
        Assert.Equal(["nsubj", "obj"], file.Relations);
        Assert.Equal(["a", "b", "c"], file.Names);
        Assert.Equal(Numbers, file.Tensor("a").ToFloats());
        Assert.Equal(c.ToFloats(), file.Tensor("c").ToFloats());
        Assert.Equal(b.Codes, file.Tensor("b").Codes);
    }

    [Fact]
    public void Bytes_in_units_of_their_row_keep_small_rows_beside_large_ones()
    {
        var read = EncoderTensor.ByRow("c", 3, 3, Numbers).ToFloats();
        for (var i = 0; i < Numbers.Length; i++) Assert.Equal(Numbers[i], read[i], Math.Abs(Numbers[i / 3 * 3 + (i < 3 ? 1 : 0)]) / 127 + 1e-9f);
    }

    [Fact]
    public void The_id_follows_from_the_content()
    {
        var id = EncoderFile.Open(Written(EncoderTensor.Floats("a", 3, 3, Numbers))).Id;
        Assert.Equal(id, EncoderFile.Open(Written(EncoderTensor.Floats("a", 3, 3, Numbers))).Id);
        Assert.NotEqual(id, EncoderFile.Open(Written(EncoderTensor.Floats("a", 3, 3, [.. Numbers.Reverse()]))).Id);
    }

    [Fact]
    public void A_file_that_is_none_and_a_tensor_that_is_missing_or_cut_off_are_named()
    {
        var none = Assert.Throws<InvalidDataException>(() => EncoderFile.Open(new MemoryStream(new byte[64])));
        Assert.Contains("not an encoder file", none.Message, StringComparison.Ordinal);
        var whole = Written(EncoderTensor.Floats("a", 3, 3, Numbers));
        Assert.Contains("tensor b", Assert.Throws<InvalidDataException>(() => EncoderFile.Open(whole).Tensor("b")).Message, StringComparison.Ordinal);
        whole.SetLength(whole.Length - 1);
        whole.Position = 0;
        var cutOff = Assert.Throws<InvalidDataException>(() => EncoderFile.Open(whole).Tensor("a"));
        Assert.Contains("within tensor a", cutOff.Message, StringComparison.Ordinal);
    }

    private static MemoryStream Written(params EncoderTensor[] tensors)
    {
        var stream = new MemoryStream();
        EncoderFile.Write(stream, EncoderShape.MiniLm(2), ["[UNK]", "bridge"], (["NOUN/NN"], ["nsubj", "obj"]), tensors);
        stream.Position = 0;
        return stream;
    }
}
