using System.Collections.Immutable;
using Hearsay.Language.Models;
using Hearsay.Text;

namespace Hearsay.Language.Encoder;

/// <summary>The weights of an encoder, each part read from its file when it is first used; shared by all threads.</summary>
internal sealed class EncoderModel
{
    private const string Path = "Language/Data/encoder.bin", AxesPath = "Language/Data/meaning-axes.bin";
    private static readonly Lazy<EncoderModel?> Loaded = new(() =>
        DataFile.Find(Path) is { } stream ? new EncoderModel(EncoderFile.Open(stream), () => MeaningAxes.Read(DataFile.Open(AxesPath))) : null
    );
    private readonly Lazy<EncoderTensor> table;
    private readonly Lazy<float[]> positions;
    private readonly Lazy<EncoderNorm> norm;
    private readonly ImmutableArray<Lazy<EncoderLayer>> meaning, syntax;
    private readonly Lazy<float[]> shapes;
    private readonly Lazy<MeaningAxes>? axes;
    private SyntaxHeads? heads;

    /// <param name="file">The weights.</param>
    /// <param name="axes">Reads the directions in which its states differ; without them it does not tell what words mean.</param>
    public EncoderModel(EncoderFile file, Func<MeaningAxes>? axes = null)
    {
        File = file;
        this.axes = axes is null ? null : new(axes);
        Pieces = new WordPieces(file.Pieces);
        table = new(() => file.Tensor("pieces"));
        positions = new(ReadPositions);
        norm = new(() => EncoderNorm.Read(file, "embedding.norm"));
        shapes = new(() => file.Tensor("shapes").Numbers);
        meaning = [.. Layers().Select(l => new Lazy<EncoderLayer>(() => EncoderLayer.Read(file, $"layer.{l}")))];
        syntax = [.. Layers().Select(l => l < Shape.Shared ? meaning[l] : new Lazy<EncoderLayer>(() => EncoderLayer.Read(file, $"syntax.{l}")))];
    }

    /// <summary>The shipped encoder; null where the engine was built without one.</summary>
    public static EncoderModel? Shipped => Loaded.Value;

    public EncoderFile File { get; }

    /// <summary>What it tells of meanings lies on these.</summary>
    public MeaningAxes? Axes => axes?.Value;

    public EncoderShape Shape => File.Shape;

    public WordPieces Pieces { get; }

    /// <summary>A layer of the encoder as it was pretrained.</summary>
    public EncoderLayer MeaningLayer(int layer) => meaning[layer].Value;

    /// <summary>A layer of the path that was tuned on trees.</summary>
    public EncoderLayer SyntaxLayer(int layer) => syntax[layer].Value;

    /// <summary>What turns states of the syntax path into tags and relations of these models.</summary>
    /// <inheritdoc cref="SyntaxHeads.Read"/>
    public SyntaxHeads HeadsFor(LanguageModel model) => heads ??= SyntaxHeads.Read(File, model);

    /// <summary>What is added to a piece of a word of this shape (<see cref="WordShape"/>).</summary>
    public ReadOnlySpan<float> WordShapeRow(int number) => shapes.Value.AsSpan(number * Shape.Width, Shape.Width);

    /// <summary>Writes what stands for a piece at a position, before the first layer.</summary>
    public void Embed(int piece, int position, Span<float> to)
    {
        var (width, rows) = (Shape.Width, table.Value);
        var codes = rows.Codes.AsSpan(piece * width, width);
        var unit = rows.Numbers[piece];
        var place = positions.Value.AsSpan(position * width, width);
        for (var i = 0; i < width; i++) to[i] = codes[i] * unit + place[i];
        RowMath.Normalise(to[..width], norm.Value.Scale, norm.Value.Offset);
    }

    private IEnumerable<int> Layers() => Enumerable.Range(0, Shape.Layers);

    /// <summary>The rows of the positions with that of the only kind of text there is here.</summary>
    private float[] ReadPositions()
    {
        var rows = File.Tensor("positions").ToFloats();
        var segment = File.Tensor("segment").Numbers;
        for (var i = 0; i < rows.Length; i++) rows[i] += segment[i % Shape.Width];
        return rows;
    }
}
