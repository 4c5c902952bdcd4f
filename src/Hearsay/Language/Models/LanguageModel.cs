using System.IO.Compression;
using Hearsay.Text;

namespace Hearsay.Language.Models;

/// <summary>The trained models of the language layer, as shipped in Data/english.model.br; loaded once, on first use.</summary>
internal sealed class LanguageModel
{
    private static readonly Lazy<LanguageModel> Loaded = new(Load);

    /// <summary>The shipped model.</summary>
    public static LanguageModel Shipped => Loaded.Value;

    public required TagSet Tags { get; init; }

    public required Lexicon Lexicon { get; init; }

    public required Lemmatizer Lemmatizer { get; init; }

    /// <summary>Features by tag and word, where they differ from the tag's usual ones: key as in <see cref="Lemmatizer"/>.</summary>
    public required Dictionary<string, string> Features { get; init; }

    public required Tagger Tagger { get; init; }

    public required DependencyParser Parser { get; init; }

    public required RelationLabeler Labeler { get; init; }

    /// <summary>Null while the models before it are being trained.</summary>
    public NameTagger? Names { get; init; }

    /// <summary>The same models with a finder of names.</summary>
    public LanguageModel With(NameTagger names) => new() { Tags = Tags, Lexicon = Lexicon, Lemmatizer = Lemmatizer, Features = Features, Tagger = Tagger, Parser = Parser, Labeler = Labeler, Names = names };

    /// <summary>Writes the model in its shipped form.</summary>
    public void Write(Stream stream)
    {
        using var brotli = new BrotliStream(stream, new BrotliCompressionOptions { Quality = 9 });
        using var writer = new BinaryWriter(brotli);
        Tags.Write(writer);
        Lexicon.Write(writer);
        Lemmatizer.Write(writer);
        writer.Write(Features.Count);
        foreach (var (key, value) in Features.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            writer.Write(key);
            writer.Write(value);
        }

        writer.Write((byte)Labeler.Relations.Length);
        foreach (var relation in Labeler.Relations) writer.Write(relation);
        Tagger.Model.Write(writer);
        Parser.Model.Write(writer);
        Labeler.Model.Write(writer);
        Names!.Model.Write(writer);
    }

    /// <summary>Reads a model in its shipped form.</summary>
    public static LanguageModel Read(Stream stream)
    {
        using var brotli = new BrotliStream(stream, CompressionMode.Decompress);
        using var buffered = new BufferedStream(brotli, 1 << 16);
        using var reader = new BinaryReader(buffered);
        var model = ReadParts(reader);
        return model.With(new NameTagger(LinearModel.Read(reader), model.Tags));
    }

    /// <summary>Copies a file in its shipped form with another finder of names, every other part as it is.</summary>
    public static void WriteNames(Stream from, NameTagger names, Stream to)
    {
        using var whole = new MemoryStream();
        using (var brotli = new BrotliStream(from, CompressionMode.Decompress)) brotli.CopyTo(whole);
        whole.Position = 0;
        using var reader = new BinaryReader(whole);
        ReadParts(reader);
        using var packed = new BrotliStream(to, new BrotliCompressionOptions { Quality = 9 });
        packed.Write(whole.GetBuffer().AsSpan(0, (int)whole.Position));
        using var writer = new BinaryWriter(packed);
        names.Model.Write(writer);
    }

    private static LanguageModel ReadParts(BinaryReader reader)
    {
        var tags = TagSet.Read(reader);
        var lexicon = Lexicon.Read(reader);
        var lemmatizer = Lemmatizer.Read(reader, tags);
        var features = Enumerable.Range(0, reader.ReadInt32()).Select(_ => (reader.ReadString(), reader.ReadString())).ToDictionary(f => f.Item1, f => f.Item2, StringComparer.Ordinal);
        var relations = Enumerable.Range(0, reader.ReadByte()).Select(_ => string.Intern(reader.ReadString())).ToArray();
        return new LanguageModel
        {
            Tags = tags,
            Lexicon = lexicon,
            Lemmatizer = lemmatizer,
            Features = features,
            Tagger = new Tagger(LinearModel.Read(reader)),
            Parser = new DependencyParser(LinearModel.Read(reader)),
            Labeler = new RelationLabeler(LinearModel.Read(reader), relations),
        };
    }

    private static LanguageModel Load()
    {
        using var stream = DataFile.Open("Language/Data/english.model.br");
        return Read(stream);
    }
}
