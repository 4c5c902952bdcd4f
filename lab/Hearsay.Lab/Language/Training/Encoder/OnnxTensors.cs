using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>A tensor of single-precision numbers as an ONNX file holds it.</summary>
internal sealed record OnnxTensor(string Name, int[] Shape, float[] Values);

/// <summary>
/// Reads the constant tensors of an ONNX file (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto), in the file's order; of the protocol buffers'
/// wire format only as much as that takes.
/// </summary>
internal static class OnnxTensors
{
    private const int Graph = 7, Initializer = 5, Dims = 1, DataType = 2, Name = 8, RawData = 9, Floats = 1;

    public static List<OnnxTensor> Read(ReadOnlySpan<byte> file)
    {
        var all = new List<OnnxTensor>();
        var model = new Fields(file);
        while (model.Next())
        {
            if (model.Number != Graph) continue;
            var graph = new Fields(model.Bytes);
            while (graph.Next())
            {
                if (graph.Number == Initializer && Tensor(graph.Bytes) is { } tensor) all.Add(tensor);
            }
        }

        return all;
    }

    private static OnnxTensor? Tensor(ReadOnlySpan<byte> message)
    {
        var (name, type, shape) = ("", 0, new List<int>());
        var raw = ReadOnlySpan<byte>.Empty;
        var fields = new Fields(message);
        while (fields.Next())
        {
            switch (fields.Number)
            {
                case Dims: shape.Add((int)fields.Value); break;
                case DataType: type = (int)fields.Value; break;
                case Name: name = System.Text.Encoding.UTF8.GetString(fields.Bytes); break;
                case RawData: raw = fields.Bytes; break;
            }
        }

        if (type != Floats) return null;
        var values = MemoryMarshal.Cast<byte, float>(raw).ToArray();
        if (values.Length != shape.Aggregate(1, (a, b) => a * b))
            throw new InvalidDataException($"tensor {name}: its numbers are not as many as its shape says");
        return new OnnxTensor(name, [.. shape], values);
    }

    /// <summary>The fields of a message, one after the other.</summary>
    private ref struct Fields(ReadOnlySpan<byte> message)
    {
        private ReadOnlySpan<byte> rest = message;

        public int Number { get; private set; }

        public ulong Value { get; private set; }

        public ReadOnlySpan<byte> Bytes { get; private set; }

        public bool Next()
        {
            if (rest.IsEmpty) return false;
            var key = Varint();
            Number = (int)(key >> 3);
            switch (key & 7)
            {
                case 0: Value = Varint(); break;
                case 1: Value = BinaryPrimitives.ReadUInt64LittleEndian(Take(8)); break;
                case 2: Bytes = Take((int)Varint()); break;
                case 5: Value = BinaryPrimitives.ReadUInt32LittleEndian(Take(4)); break;
                default: throw new InvalidDataException($"wire type {key & 7} is unknown");
            }

            return true;
        }

        private ulong Varint()
        {
            ulong value = 0;
            for (var shift = 0; ; shift += 7)
            {
                var b = Take(1)[0];
                value |= (ulong)(b & 127) << shift;
                if (b < 128) return value;
            }
        }

        private ReadOnlySpan<byte> Take(int count)
        {
            if (count < 0 || count > rest.Length) throw new InvalidDataException("the file ends within a field");
            var taken = rest[..count];
            rest = rest[count..];
            return taken;
        }
    }
}
