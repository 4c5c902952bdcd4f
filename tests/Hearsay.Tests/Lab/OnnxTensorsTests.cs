using Hearsay.Lab.Language.Training.Encoder;

namespace Hearsay.Tests.Lab;

public sealed class OnnxTensorsTests
{
    [Fact]
    public void Tensors_of_single_precision_numbers_are_read_in_order()
    {
        // A model (field 7, the graph) with two initializers (field 5) and one of whole numbers, which is passed over.
        byte[] numbers = [.. BitConverter.GetBytes(1.5f), .. BitConverter.GetBytes(-2f)];
        byte[] first = [8, 1, 8, 2, 16, 1, .. Text(66, "first"u8), .. Text(74, numbers)];
        byte[] whole = [8, 1, 16, 7, .. Text(66, "whole"u8), .. Text(74, new byte[8])];
        byte[] second = [8, 2, 16, 1, .. Text(66, "second"u8), .. Text(74, numbers)];
        byte[] file = [8, 7, .. Text(58, [.. Text(42, first), .. Text(42, whole), .. Text(42, second)])];
        var tensors = OnnxTensors.Read(file);
        Assert.Equal(["first", "second"], tensors.Select(t => t.Name));
        Assert.Equal([1, 2], tensors[0].Shape);
        Assert.Equal([1.5f, -2f], tensors[1].Values);
    }

    [Fact]
    public void A_file_that_ends_within_a_field_is_an_error() =>
        Assert.Throws<InvalidDataException>(() => OnnxTensors.Read([58, 20, 1, 2, 3]));

    private static byte[] Text(byte key, ReadOnlySpan<byte> bytes) => [key, (byte)bytes.Length, .. bytes];
}
