namespace Hearsay.Language.Encoder;

/// <summary>
/// A matrix of bytes as <see cref="IntegerProduct"/> reads it: panels of 16 columns, in each for every two inputs the 16 columns' pairs of weights
/// side by side.
/// </summary>
internal sealed class PackedMatrix
{
    /// <summary>Columns of a panel.</summary>
    public const int Panel = 16;

    private PackedMatrix(int rows, int columns) => (Rows, Columns, Width) = (rows, columns, WidthOf(columns));

    /// <summary>Inputs; an even number.</summary>
    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Columns, with those that fill the last block; a row of what comes out is so long.</summary>
    public int Width { get; }

    public required sbyte[] Panels { get; init; }

    /// <summary>The unit of each column.</summary>
    public required float[] Units { get; init; }

    /// <summary>What is added to each column.</summary>
    public required float[] Offsets { get; init; }

    /// <summary>The matrix <paramref name="name"/> of a file with its offsets.</summary>
    public static PackedMatrix Read(EncoderFile file, string name) => Of(file.Tensor(name), file.Tensor($"{name}.offsets").Numbers);

    public static PackedMatrix Of(EncoderTensor weights, ReadOnlySpan<float> offsets)
    {
        if (weights.Kind != TensorKind.ByColumn || weights.Rows % 2 != 0 || offsets.Length != weights.Columns)
            throw new InvalidDataException($"{weights.Name} is no matrix that can be multiplied with.");
        var (rows, columns) = (weights.Rows, weights.Columns);
        var width = WidthOf(columns);
        var (panels, units, added) = (new sbyte[rows * width], new float[width], new float[width]);
        weights.Numbers.CopyTo(units, 0);
        offsets.CopyTo(added);
        for (var r = 0; r < rows; r++)
        {
            var own = weights.Codes.AsSpan(r * columns, columns);
            var at = r / 2 * 2 * Panel + r % 2;
            for (var c = 0; c < columns; c++) panels[c / Panel * rows * Panel + at + c % Panel * 2] = own[c];
        }

        return new PackedMatrix(rows, columns) { Panels = panels, Units = units, Offsets = added };
    }

    private static int WidthOf(int columns) => (columns + IntegerProduct.Columns - 1) / IntegerProduct.Columns * IntegerProduct.Columns;
}
