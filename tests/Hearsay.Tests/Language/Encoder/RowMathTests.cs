using Hearsay.Language.Encoder;

namespace Hearsay.Tests.Language.Encoder;

public sealed class RowMathTests
{
    [Fact]
    public void Gelu_is_x_times_the_share_of_the_normal_distribution_below_x()
    {
        float[] row = [-9, -3, -1, -0.1f, 0, 0.1f, 1, 5];
        float[] expected = [0, -0.00404969f, -0.15865525f, -0.04601722f, 0, 0.05398278f, 0.84134475f, 4.9999986f];
        RowMath.Gelu(row);
        for (var i = 0; i < row.Length; i++) Assert.Equal(expected[i], row[i], 1e-6f);
    }

    [Fact]
    public void Shares_sum_up_to_one_and_what_fills_the_row_has_none()
    {
        float[] row = [1, 2, 3, -200, 5, 99, 99, 99];
        RowMath.Share(row, 5);
        var sum = Math.Exp(-4) + Math.Exp(-3) + Math.Exp(-2) + 1;
        double[] expected = [Math.Exp(-4) / sum, Math.Exp(-3) / sum, Math.Exp(-2) / sum, 0, 1 / sum, 0, 0, 0];
        for (var i = 0; i < row.Length; i++) Assert.Equal(expected[i], row[i], 1e-6);
    }

    [Fact]
    public void A_row_of_any_length_is_squashed_as_the_library_squashes_each_number()
    {
        float[] row = [-100, -9, -3, -1, -0.1f, -1e-4f, 0, 1e-4f, 0.1f, 1, 5, 88, float.MaxValue];
        var (squashed, curved) = (row.ToArray(), new float[row.Length]);
        RowMath.Sigmoid(squashed);
        RowMath.Tanh(row, curved);
        for (var i = 0; i < row.Length; i++)
        {
            Assert.Equal(1 / (1 + Math.Exp(-row[i])), squashed[i], 2e-7);
            Assert.Equal(Math.Tanh(row[i]), curved[i], 2e-7);
        }
    }

    [Fact]
    public void A_normalised_row_has_mean_0_and_variance_1_before_it_is_scaled()
    {
        float[] row = [1, 2, 3, 4, 5, 6, 7, 8], scale = [2, 2, 2, 2, 2, 2, 2, 2], offset = [1, 1, 1, 1, 1, 1, 1, 1];
        RowMath.Normalise(row, scale, offset);
        for (var i = 0; i < row.Length; i++) Assert.Equal(1 + 2 * (i - 3.5) / Math.Sqrt(5.25), row[i], 1e-5);
    }

    [Fact]
    public void A_row_of_nothing_is_written_as_nothing()
    {
        var to = new short[16];
        Assert.Equal(0, RowMath.Quantise(new float[16], to));
        Assert.All(to, n => Assert.Equal(0, n));
    }
}
