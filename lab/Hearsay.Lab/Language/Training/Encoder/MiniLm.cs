using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>
/// The weights and pieces of MiniLM (Wang et al. 2020) as sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0) has them: BERT without capitals, six
/// layers of 384. They lie as resources in an assembly of a package that is restored but not referenced; it is read without being loaded.
/// </summary>
internal sealed class MiniLm
{
    private const string ModelHash = "4a64cee3d4134bbdc86eed96e1a660efec58975417204ecfcf134140edb6e0e2";
    private const string PiecesHash = "b49e80874c5efbc7f4cde245a812673b05ef1360ced56b8bc8c750eaeef3fe0f";
    private readonly Dictionary<string, float[]> named;
    private readonly float[][] matrices;

    private MiniLm(List<OnnxTensor> tensors, string[] pieces)
    {
        named = tensors.ToDictionary(t => t.Name, t => t.Values, StringComparer.Ordinal);
        // The matrices have lost their names; they come layer by layer: query, key, value, output, up, down, each input by output.
        matrices = [.. tensors.Where(t => char.IsAsciiDigit(t.Name[0]) && t.Shape.Length == 2).Select(t => t.Values)];
        if (matrices.Length != 36) throw new InvalidDataException($"{matrices.Length} matrices instead of 36");
        Pieces = pieces;
    }

    /// <summary>The pieces of words, by number.</summary>
    public string[] Pieces { get; }

    /// <summary>A tensor by its name in the file.</summary>
    public float[] this[string name] => named[name];

    /// <summary>The matrix number <paramref name="number"/> of a layer: query, key, value, output, up, down.</summary>
    public float[] Matrix(int layer, int number) => matrices[layer * 6 + number];

    public static MiniLm Read()
    {
        var path = typeof(MiniLm).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "MiniLM").Value!;
        using var portable = new PEReader(File.OpenRead(path));
        var model = Resource(portable, ".model.onnx", ModelHash);
        var pieces = System.Text.Encoding.UTF8.GetString(Resource(portable, ".vocab.txt", PiecesHash));
        return new MiniLm(OnnxTensors.Read(model), [.. pieces.TrimEnd().Split('\n').Select(p => p.TrimEnd('\r'))]);
    }

    private static byte[] Resource(PEReader portable, string ending, string hash)
    {
        var metadata = portable.GetMetadataReader();
        var resource = metadata
            .ManifestResources.Select(metadata.GetManifestResource)
            .First(r => metadata.GetString(r.Name).EndsWith(ending, StringComparison.Ordinal));
        var section = portable.GetSectionData(portable.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
        var reader = section.GetReader((int)resource.Offset, section.Length - (int)resource.Offset);
        var bytes = reader.ReadBytes(reader.ReadInt32());
        var found = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (found != hash) throw new InvalidDataException($"{ending}: sha256 is {found} instead of {hash}");
        return bytes;
    }
}
