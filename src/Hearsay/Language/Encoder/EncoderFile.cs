using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Hearsay.Language.Encoder;

/// <summary>
/// A pretrained encoder with its heads, as one file: a header (sizes, pieces, tags, relations, the place of every tensor), then the tensors, which
/// are read when they are asked for, so that what is not used is not loaded. Matrices are [in, out]: y = x·W + offset.
/// Two paths: the meaning path is the encoder as it was pretrained; the syntax path may share its lowest layers and has its own above. Tensors by name:
/// <c>pieces</c>, <c>positions</c> (by row), <c>segment</c>, <c>embedding.norm</c>; <c>layer.N.…</c> of the meaning path, <c>syntax.N.…</c> from the
/// first own layer on: <c>attention.in</c> (query, key, value side by side), <c>attention.out</c>, <c>attention.norm</c>, <c>up</c>, <c>down</c>,
/// <c>norm</c>; a matrix has <c>….offsets</c>, a norm is <c>….scale</c> and <c>….offset</c>.
/// <c>shapes</c> is added to every piece of a word behind the shared layers (<see cref="WordShape"/>). Heads, on the last state of a word's first piece
/// (for the root that of the mark before the sentence): <c>tags</c>; <c>heads</c> (query, key, dependent's part, head's part), <c>arc.distances</c>,
/// <c>relation.distances</c>, <c>relations</c>, as in <see cref="Models.ParserRun"/>; <c>names.in</c>, <c>names.evidence</c> (<see cref="NameRows"/>),
/// <c>names.out</c> (<see cref="NamePath"/>).
/// </summary>
internal sealed class EncoderFile
{
    private const uint Mark = 0x4E_45_53_48;
    private const ushort Version = 1;
    private readonly Dictionary<string, Place> places;
    private readonly Stream stream;
    private readonly Lock reading = new();

    private EncoderFile(Stream stream, Dictionary<string, Place> places) => (this.stream, this.places) = (stream, places);

    public required EncoderShape Shape { get; init; }

    /// <summary>The pieces of words, by number; those that do not begin a word have "##" before them.</summary>
    public required ImmutableArray<string> Pieces { get; init; }

    /// <summary>The tag classes ("NOUN/NN"), by number; none where there is no syntax path.</summary>
    public required ImmutableArray<string> Tags { get; init; }

    /// <summary>The relations, by number.</summary>
    public required ImmutableArray<string> Relations { get; init; }

    /// <summary>Sixteen hexadecimal digits that follow from everything in the file.</summary>
    public required string Id { get; init; }

    /// <summary>The names of the tensors in their order.</summary>
    public IEnumerable<string> Names => places.Keys;

    /// <summary>Whether the file has this tensor.</summary>
    public bool Has(string name) => places.ContainsKey(name);

    /// <summary>Reads a tensor; may be called from several threads.</summary>
    /// <exception cref="InvalidDataException">There is none of this name, or the file ends early.</exception>
    public EncoderTensor Tensor(string name)
    {
        if (!places.TryGetValue(name, out var place)) throw new InvalidDataException($"The encoder file has no tensor {name}.");
        var codes = new sbyte[place.Kind == TensorKind.Floats ? 0 : place.Rows * place.Columns];
        var numbers = new float[place.Numbers];
        lock (reading)
        {
            stream.Position = place.At;
            try
            {
                stream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
                stream.ReadExactly(MemoryMarshal.AsBytes(codes.AsSpan()));
            }
            catch (EndOfStreamException)
            {
                throw new InvalidDataException($"The encoder file ends within tensor {name}.");
            }
        }

        return new EncoderTensor(name, place.Kind, place.Rows, place.Columns) { Codes = codes, Numbers = numbers };
    }

    /// <summary>Opens a file, from which tensors are read later: the stream must stay open and be one that can seek.</summary>
    /// <exception cref="InvalidDataException">It is not an encoder file of this version.</exception>
    public static EncoderFile Open(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadUInt32() != Mark) throw new InvalidDataException("This is not an encoder file.");
        if (reader.ReadUInt16() is var version && version != Version)
            throw new InvalidDataException($"The encoder file is of version {version}; version {Version} is read here.");
        var id = reader.ReadString();
        var sizes = Enumerable.Range(0, 5).Select(_ => (int)reader.ReadUInt16()).ToArray();
        var (pieces, tags, relations) = (ReadLines(reader), ReadLines(reader), ReadLines(reader));
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        var names = new string[reader.ReadUInt16()];
        var kinds = new (TensorKind Kind, int Rows, int Columns)[names.Length];
        for (var i = 0; i < names.Length; i++)
            (names[i], kinds[i]) = (reader.ReadString(), ((TensorKind)reader.ReadByte(), reader.ReadInt32(), reader.ReadInt32()));
        var at = stream.Position;
        foreach (var (name, (kind, rows, columns)) in names.Zip(kinds))
        {
            var place = new Place(kind, rows, columns, at);
            places.Add(name, place);
            at += place.Bytes;
        }

        return new EncoderFile(stream, places)
        {
            Id = id, Shape = new EncoderShape(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4]), Pieces = pieces, Tags = tags, Relations = relations,
        };
    }

    /// <summary>Writes a file.</summary>
    public static void Write(
        Stream to,
        EncoderShape shape,
        IReadOnlyList<string> pieces,
        (IReadOnlyList<string> Tags, IReadOnlyList<string> Relations) classes,
        IReadOnlyList<EncoderTensor> tensors
    )
    {
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            foreach (var size in new[] { shape.Layers, shape.Shared, shape.Width, shape.Heads, shape.Inner }) writer.Write((ushort)size);
            WriteLines(writer, pieces);
            WriteLines(writer, classes.Tags);
            WriteLines(writer, classes.Relations);
            writer.Write((ushort)tensors.Count);
            foreach (var tensor in tensors)
            {
                writer.Write(tensor.Name);
                writer.Write((byte)tensor.Kind);
                writer.Write(tensor.Rows);
                writer.Write(tensor.Columns);
            }

            foreach (var tensor in tensors)
            {
                writer.Write(MemoryMarshal.AsBytes<float>(tensor.Numbers));
                writer.Write(MemoryMarshal.AsBytes<sbyte>(tensor.Codes));
            }
        }

        using var all = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        all.Write(Mark);
        all.Write(Version);
        all.Write(Convert.ToHexStringLower(SHA256.HashData(body.GetBuffer().AsSpan(0, (int)body.Length)))[..16]);
        all.Write(body.GetBuffer(), 0, (int)body.Length);
    }

    private static void WriteLines(BinaryWriter writer, IReadOnlyList<string> lines)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    private static ImmutableArray<string> ReadLines(BinaryReader reader)
    {
        var bytes = reader.ReadBytes(reader.ReadInt32());
        return bytes.Length == 0 ? [] : [.. Encoding.UTF8.GetString(bytes).Split('\n')];
    }

    private readonly record struct Place(TensorKind Kind, int Rows, int Columns, long At)
    {
        public int Numbers => Kind switch
        {
            TensorKind.Floats => Rows * Columns,
            TensorKind.ByColumn => Columns,
            _ => Rows,
        };

        public long Bytes => sizeof(float) * (long)Numbers + (Kind == TensorKind.Floats ? 0 : (long)Rows * Columns);
    }
}
