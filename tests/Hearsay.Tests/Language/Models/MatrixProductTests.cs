using Hearsay.Language.Models;

namespace Hearsay.Tests.Language.Models;

public sealed class MatrixProductTests
{
    [Theory]
    [InlineData(1, 1, 16)]
    [InlineData(4, 7, 64)]
    [InlineData(5, 33, 80)]
    [InlineData(26, 96, 192)]
    [InlineData(3, 0, 32)]
    public void A_product_is_that_of_the_definition(int rows, int inner, int columns)
    {
        var (a, b) = (Numbers(rows * inner, 1), Numbers(inner * columns, 2));
        var c = new float[rows * columns];
        MatrixProduct.Multiply(a, inner, 1, b, c, rows, inner, columns);
        for (var r = 0; r < rows; r++)
        {
            for (var j = 0; j < columns; j++) Assert.Equal(Element(k => a[r * inner + k], b, inner, columns, j), c[r * columns + j], 1e-4);
        }
    }

    [Fact]
    public void A_matrix_may_lie_transposed_and_the_result_be_added_to()
    {
        const int rows = 9, inner = 13, columns = 48;
        var (a, b) = (Numbers(rows * inner, 3), Numbers(inner * columns, 4));
        var c = Numbers(rows * columns, 5);
        var before = c.ToArray();
        MatrixProduct.Multiply(a, 1, rows, b, c, rows, inner, columns, add: true);
        for (var r = 0; r < rows; r++)
        {
            for (var j = 0; j < columns; j++)
                Assert.Equal(before[r * columns + j] + Element(k => a[k * rows + r], b, inner, columns, j), c[r * columns + j], 1e-4);
        }
    }

    [Fact]
    public void An_element_does_not_depend_on_which_rows_and_columns_are_computed_with_it()
    {
        const int inner = 40;
        var (a, b) = (Numbers(7 * inner, 6), Numbers(inner * 80, 7));
        var all = new float[7 * 80];
        MatrixProduct.Multiply(a, inner, 1, b, all, 7, inner, 80);
        // The last row and the last columns alone take the paths for what is left over.
        var lastColumns = new float[inner * 16];
        for (var k = 0; k < inner; k++) b.AsSpan(k * 80 + 64, 16).CopyTo(lastColumns.AsSpan(k * 16));
        var alone = new float[16];
        MatrixProduct.Multiply(a.AsSpan(2 * inner), inner, 1, lastColumns, alone, 1, inner, 16);
        Assert.Equal(all.AsSpan(2 * 80 + 64, 16).ToArray(), alone);
    }

    [Theory]
    [InlineData(9, 21, 64)]
    [InlineData(4, 40, 80)]
    [InlineData(6, 5, 240)]
    public void A_matrix_in_panels_gives_the_same_to_the_bit(int rows, int inner, int columns)
    {
        var (a, b, offsets) = (Numbers(rows * inner, 8), Numbers(inner * columns, 9), Numbers(columns, 10));
        var (plain, panels) = (new float[rows * columns], new float[rows * columns]);
        for (var r = 0; r < rows; r++) offsets.CopyTo(plain, r * columns);
        MatrixProduct.Multiply(a, inner, 1, b, plain, rows, inner, columns, add: true);
        MatrixProduct.Multiply(a, MatrixProduct.Panels(b, inner, columns), offsets, panels, rows, inner);
        Assert.Equal(plain, panels);
    }

    [Fact]
    public void Matrices_that_are_too_short_are_refused()
    {
        Assert.Throws<ArgumentException>(() => MatrixProduct.Multiply(new float[4], 2, 1, new float[32], new float[31], 2, 2, 16));
        Assert.Throws<ArgumentException>(() => MatrixProduct.Multiply(new float[3], 2, 1, new float[32], new float[32], 2, 2, 16));
        Assert.Throws<ArgumentException>(() => MatrixProduct.Multiply(new float[4], 2, 1, new float[30], new float[30], 2, 2, 15));
    }

    private static double Element(Func<int, float> left, float[] b, int inner, int columns, int column) =>
        Enumerable.Range(0, inner).Sum(k => (double)left(k) * b[k * columns + column]);

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)random.NextDouble() * 2 - 1)];
    }
}
