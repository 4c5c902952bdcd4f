namespace Hearsay.Language.Encoder;

/// <summary>How the numbers of a tensor are kept.</summary>
internal enum TensorKind : byte
{
    /// <summary>As they are, in 32 bits.</summary>
    Floats,

    /// <summary>A byte each, in units of their column: matrices, whose columns are what they give.</summary>
    ByColumn,

    /// <summary>A byte each, in units of their row: tables of rows that are looked up.</summary>
    ByRow,
}

/// <summary>
/// A table of numbers of an encoder, by rows. Bytes are from -127 to 127; their unit is the one, of several below the largest number's, that keeps
/// the squared error least (numbers beyond are clipped).
/// </summary>
internal sealed record EncoderTensor(string Name, TensorKind Kind, int Rows, int Columns)
{
    private const int Most = 127;
    private const int Units = 16;

    /// <summary>The bytes, row behind row; none where <see cref="Kind"/> is <see cref="TensorKind.Floats"/>.</summary>
    public sbyte[] Codes { get; init; } = [];

    /// <summary>The unit of each column or row; where <see cref="Kind"/> is <see cref="TensorKind.Floats"/> the numbers themselves.</summary>
    public required float[] Numbers { get; init; }

    /// <summary>Numbers kept as they are.</summary>
    public static EncoderTensor Floats(string name, int rows, int columns, ReadOnlySpan<float> numbers) =>
        new(name, TensorKind.Floats, rows, columns) { Numbers = Checked(name, rows, columns, numbers).ToArray() };

    /// <summary>A matrix [in, out] in bytes.</summary>
    public static EncoderTensor ByColumn(string name, int rows, int columns, ReadOnlySpan<float> numbers)
    {
        var all = Checked(name, rows, columns, numbers);
        var (codes, units, column, own) = (new sbyte[rows * columns], new float[columns], new float[rows], new sbyte[rows]);
        for (var c = 0; c < columns; c++)
        {
            for (var r = 0; r < rows; r++) column[r] = all[r * columns + c];
            units[c] = Quantise(column, own);
            for (var r = 0; r < rows; r++) codes[r * columns + c] = own[r];
        }

        return new EncoderTensor(name, TensorKind.ByColumn, rows, columns) { Codes = codes, Numbers = units };
    }

    /// <summary>A table of rows in bytes.</summary>
    public static EncoderTensor ByRow(string name, int rows, int columns, ReadOnlySpan<float> numbers)
    {
        var all = Checked(name, rows, columns, numbers);
        var (codes, units) = (new sbyte[rows * columns], new float[rows]);
        for (var r = 0; r < rows; r++) units[r] = Quantise(all.Slice(r * columns, columns), codes.AsSpan(r * columns, columns));
        return new EncoderTensor(name, TensorKind.ByRow, rows, columns) { Codes = codes, Numbers = units };
    }

    /// <summary>The numbers as they are computed with.</summary>
    public float[] ToFloats()
    {
        if (Kind == TensorKind.Floats) return Numbers;
        var numbers = new float[Rows * Columns];
        for (var r = 0; r < Rows; r++)
        {
            for (var c = 0; c < Columns; c++) numbers[r * Columns + c] = Codes[r * Columns + c] * Numbers[Kind == TensorKind.ByRow ? r : c];
        }

        return numbers;
    }

    private static ReadOnlySpan<float> Checked(string name, int rows, int columns, ReadOnlySpan<float> numbers) =>
        numbers.Length == rows * columns
            ? numbers
            : throw new ArgumentException($"{name} has {numbers.Length} numbers where {rows} × {columns} are due.", nameof(numbers));

    /// <summary>Writes the numbers' bytes and returns their unit.</summary>
    private static float Quantise(ReadOnlySpan<float> numbers, Span<sbyte> codes)
    {
        var largest = 0f;
        foreach (var number in numbers) largest = Math.Max(largest, Math.Abs(number));
        if (largest == 0)
        {
            codes.Clear();
            return 0;
        }

        var (best, least) = (0f, double.MaxValue);
        for (var u = 0; u < Units; u++)
        {
            var unit = largest * (1 - 0.03f * u) / Most;
            var error = 0.0;
            foreach (var number in numbers)
            {
                var off = number - Code(number, unit) * unit;
                error += off * off;
            }

            if (error < least) (best, least) = (unit, error);
        }

        for (var i = 0; i < numbers.Length; i++) codes[i] = Code(numbers[i], best);
        return best;
    }

    private static sbyte Code(float number, float unit) => (sbyte)Math.Clamp(MathF.Round(number / unit), -Most, Most);
}
