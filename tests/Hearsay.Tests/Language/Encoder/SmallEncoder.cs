using Hearsay.Language.Encoder;
using Hearsay.Language.Models;

namespace Hearsay.Tests.Language.Encoder;

/// <summary>An encoder of two layers with weights drawn by lot, one layer shared: it knows nothing, but computes as a trained one does.</summary>
internal static class SmallEncoder
{
    public const int Width = 64;
    private const int Inner = 256;
    private static readonly string[] Pieces =
    [
        "[UNK]", "[CLS]", "[SEP]", "the", "bridge", "##s", "was", "re", "##open", "##ed", ".", "on", "sun", "##day", "a", "b", "c",
    ];

    public static EncoderModel Make() => new(File(), () => new MeaningAxes(Width, 16, new Lot().Draw(Width * 16, 1)));

    public static EncoderFile File()
    {
        var lot = new Lot();
        var tensors = new List<EncoderTensor>
        {
            EncoderTensor.ByRow("pieces", Pieces.Length, Width, lot.Draw(Pieces.Length * Width, 1)),
            EncoderTensor.ByRow("positions", EncoderShape.Longest, Width, lot.Draw(EncoderShape.Longest * Width, 0.3f)),
            EncoderTensor.Floats("segment", 1, Width, lot.Draw(Width, 0.1f)),
            EncoderTensor.Floats("shapes", WordShape.Count, Width, lot.Draw(WordShape.Count * Width, 1)),
        };
        AddNorm("embedding.norm");
        foreach (var name in new[] { "layer.0", "layer.1", "syntax.1" }) AddLayer(name);
        AddHeads();
        var stream = new MemoryStream();
        var model = LanguageModel.Shipped;
        string[] tags = [.. Enumerable.Range(0, model.Tags.Count).Select(t => $"{model.Tags.Upos((byte)t)}/{model.Tags.Xpos((byte)t)}")];
        EncoderFile.Write(stream, new EncoderShape(2, 1, Width, 2, Inner), Pieces, (tags, model.Parser!.Relations), tensors);
        stream.Position = 0;
        return EncoderFile.Open(stream);

        void AddNorm(string name)
        {
            tensors.Add(EncoderTensor.Floats($"{name}.scale", 1, Width, [.. lot.Draw(Width, 0.2f).Select(x => 1 + x)]));
            tensors.Add(EncoderTensor.Floats($"{name}.offset", 1, Width, lot.Draw(Width, 0.1f)));
        }

        void AddMatrix(string name, int rows, int columns)
        {
            tensors.Add(EncoderTensor.ByColumn(name, rows, columns, lot.Draw(rows * columns, 2 / MathF.Sqrt(rows))));
            tensors.Add(EncoderTensor.Floats($"{name}.offsets", 1, columns, lot.Draw(columns, 0.1f)));
        }

        void AddLayer(string name)
        {
            AddMatrix($"{name}.attention.in", Width, 3 * Width);
            AddMatrix($"{name}.attention.out", Width, Width);
            AddNorm($"{name}.attention.norm");
            AddMatrix($"{name}.up", Width, Inner);
            AddMatrix($"{name}.down", Inner, Width);
            AddNorm($"{name}.norm");
        }

        void AddHeads()
        {
            var (arc, relation, hidden) = (32, 16, 32);
            AddMatrix("tags", Width, LanguageModel.Shipped.Tags.Count);
            AddMatrix("heads", Width, 2 * arc + 2 * relation);
            AddMatrix("relations", relation, LanguageModel.Shipped.Parser!.Relations.Length);
            AddMatrix("names.in", Width, hidden);
            AddMatrix("names.out", hidden, NamePath.Classes);
            var places = 2 * (NetworkShape.Farthest + 1);
            tensors.Add(EncoderTensor.Floats("arc.distances", 1, places, lot.Draw(places, 0.1f)));
            places = 2 * NetworkShape.FarthestRelation + 1;
            tensors.Add(EncoderTensor.Floats("relation.distances", places, relation, lot.Draw(places * relation, 0.1f)));
            tensors.Add(EncoderTensor.Floats("names.evidence", NameRows.Count, hidden, lot.Draw(NameRows.Count * hidden, 0.1f)));
        }
    }

    /// <summary>Numbers around 0 that are the same each time.</summary>
    internal sealed class Lot
    {
        private uint state = 1;

        public float[] Draw(int count, float most)
        {
            var numbers = new float[count];
            foreach (ref var number in numbers.AsSpan()) number = (((state = state * 1664525 + 1013904223) >> 8) / 8388608f - 1) * most;
            return numbers;
        }
    }
}
