using Hearsay.Lab.Language.Training.Parser;
using Hearsay.Language.Encoder;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>Parameters as the file keeps them: matrices in bytes, all else as it is.</summary>
internal static class Tensors
{
    private static readonly string[] Matrices =
    [
        "attention.in", "attention.out", "up", "down", "tags", "heads", "relations", "names.in", "names.out",
    ];

    /// <summary>A parameter under its name; with <paramref name="columns"/> its first columns alone.</summary>
    public static EncoderTensor Of(string name, Parameter parameter, int columns = 0)
    {
        var (width, all) = (parameter.Width, parameter.Values);
        var rows = all.Length / width;
        if (columns == 0) columns = width;
        var values = new float[rows * columns];
        for (var r = 0; r < rows; r++) all.AsSpan(r * width, columns).CopyTo(values.AsSpan(r * columns));
        return IsMatrix(name) ? EncoderTensor.ByColumn(name, rows, columns, values) : EncoderTensor.Floats(name, rows, columns, values);
    }

    private static bool IsMatrix(string name) =>
        Matrices.Any(m => name == m || (name.EndsWith("." + m, StringComparison.Ordinal) && char.IsDigit(name[name.Length - m.Length - 2])));
}
