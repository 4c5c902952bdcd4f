namespace Hearsay.Language.Encoder;

/// <summary>The scale and offset of a normalisation.</summary>
internal readonly record struct EncoderNorm(float[] Scale, float[] Offset)
{
    public static EncoderNorm Read(EncoderFile file, string name) => new(file.Tensor($"{name}.scale").Numbers, file.Tensor($"{name}.offset").Numbers);
}

/// <summary>The weights of one layer (Vaswani et al. 2017, normalised behind each half as in BERT).</summary>
internal sealed record EncoderLayer(PackedMatrix In, PackedMatrix Out, EncoderNorm Attended, PackedMatrix Up, PackedMatrix Down, EncoderNorm Norm)
{
    /// <summary>Reads the layer whose tensors' names begin with <paramref name="name"/>.</summary>
    public static EncoderLayer Read(EncoderFile file, string name) =>
        new(
            PackedMatrix.Read(file, $"{name}.attention.in"), PackedMatrix.Read(file, $"{name}.attention.out"),
            EncoderNorm.Read(file, $"{name}.attention.norm"), PackedMatrix.Read(file, $"{name}.up"), PackedMatrix.Read(file, $"{name}.down"),
            EncoderNorm.Read(file, $"{name}.norm")
        );
}
