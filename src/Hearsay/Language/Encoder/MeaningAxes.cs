using System.Runtime.InteropServices;
using Hearsay.Language.Models;

namespace Hearsay.Language.Encoder;

/// <summary>
/// The directions in which the states of the pretrained encoder differ most, from open-class words of running text (principal components, not
/// centred, so that cosines stay what they are): half of the numbers tells as well which words mean alike. Made by `lab meaning-axes`.
/// </summary>
internal sealed class MeaningAxes
{
    private readonly float[] columns;

    /// <param name="width">Numbers of a state.</param>
    /// <param name="count">Axes, a multiple of <see cref="MatrixProduct.Lanes"/>.</param>
    /// <param name="columns">A matrix [<paramref name="width"/>, <paramref name="count"/>], row by row.</param>
    public MeaningAxes(int width, int count, float[] columns)
    {
        if (columns.Length != width * count) throw new ArgumentException($"{columns.Length} numbers where {width} × {count} are due.", nameof(columns));
        (Width, Count, this.columns) = (width, count, columns);
    }

    /// <summary>Numbers of a state.</summary>
    public int Width { get; }

    /// <summary>How many axes there are.</summary>
    public int Count { get; }

    /// <summary>Writes where a state lies on the axes; the same bits on every machine.</summary>
    public void Project(ReadOnlySpan<float> state, Span<float> to) => MatrixProduct.Multiply(state, Width, 1, columns, to, 1, Width, Count);

    /// <summary>Writes both sizes, then the matrix.</summary>
    public void Write(Stream to)
    {
        using var writer = new BinaryWriter(to);
        writer.Write((ushort)Width);
        writer.Write((ushort)Count);
        writer.Write(MemoryMarshal.AsBytes<float>(columns));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="EndOfStreamException">It ends early.</exception>
    public static MeaningAxes Read(Stream from)
    {
        using var reader = new BinaryReader(from);
        var (width, count) = (reader.ReadUInt16(), reader.ReadUInt16());
        var columns = new float[width * count];
        from.ReadExactly(MemoryMarshal.AsBytes(columns.AsSpan()));
        return new MeaningAxes(width, count, columns);
    }
}
