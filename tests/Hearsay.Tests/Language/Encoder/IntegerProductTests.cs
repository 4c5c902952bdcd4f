using Hearsay.Language.Encoder;

namespace Hearsay.Tests.Language.Encoder;

public sealed class IntegerProductTests
{
    private static readonly VectorWidth[] Widths = [VectorWidth.One, VectorWidth.Bits128, VectorWidth.Bits256, VectorWidth.Bits512];

    [Theory]
    [InlineData(1, 16, 16)]
    [InlineData(7, 384, 50)]
    [InlineData(9, 1536, 130)]
    public void A_product_is_that_of_the_numbers_the_bytes_stand_for_with_the_same_bits_on_every_path(int rows, int inner, int columns)
    {
        var lot = new SmallEncoder.Lot();
        var weights = EncoderTensor.ByColumn("w", inner, columns, lot.Draw(inner * columns, 1));
        var (matrix, values) = (PackedMatrix.Of(weights, lot.Draw(columns, 1)), lot.Draw(rows * inner, 3));
        var (numbers, units) = (new short[IntegerProduct.Whole(rows) * inner], new float[IntegerProduct.Whole(rows)]);
        for (var r = 0; r < rows; r++) units[r] = RowMath.Quantise(values.AsSpan(r * inner, inner), numbers.AsSpan(r * inner, inner));
        var results = Widths.Where(w => w <= IntegerProduct.Widest).Select(w =>
        {
            var to = new float[IntegerProduct.Whole(rows) * matrix.Width];
            IntegerProduct.Multiply(numbers, units, matrix, to, rows, w);
            return to;
        }).ToArray();
        Assert.All(results, r => Assert.Equal(results[0], r));
        var dense = weights.ToFloats();
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                var sum = (double)matrix.Offsets[c];
                for (var k = 0; k < inner; k++) sum += values[r * inner + k] * dense[k * columns + c];
                Assert.Equal(sum, results[0][r * matrix.Width + c], 2e-3 * Math.Sqrt(inner));
            }
        }
    }

    [Fact]
    public void The_largest_sums_do_not_overflow()
    {
        const int inner = 1536;
        var matrix = PackedMatrix.Of(EncoderTensor.ByColumn("w", inner, 1, Enumerable.Repeat(1f, inner).ToArray()), [0]);
        var (numbers, to) = (new short[4 * inner], new float[4 * matrix.Width]);
        Array.Fill(numbers, (short)IntegerProduct.Most);
        foreach (var width in Widths.Where(w => w <= IntegerProduct.Widest))
        {
            IntegerProduct.Multiply(numbers, new float[] { 1, 1, 1, 1 }, matrix, to, 4, width);
            Assert.Equal(inner * (float)IntegerProduct.Most, to[0], 200f);
        }
    }
}
