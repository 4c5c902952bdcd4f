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

    /// <summary>Null while the models before it are being trained.</summary>
    public ParserNetwork? Parser { get; init; }

    /// <summary>Null while the models before it are being trained.</summary>
    public NameTagger? Names { get; init; }

    /// <summary>For each tag class whether it is that of proper names.</summary>
    public bool[] ProperTags => field ??= NameTagger.ProperTags(Tags);

    /// <summary>The words met last with what follows from their form; for a model whose training is over.</summary>
    public WordMemory Words => field ?? Interlocked.CompareExchange(ref field, new WordMemory(this), null) ?? field;

    /// <summary>The same models with another parser or finder of names.</summary>
    public LanguageModel With(ParserNetwork? parser = null, NameTagger? names = null) =>
        new()
        {
            Tags = Tags,
            Lexicon = Lexicon,
            Lemmatizer = Lemmatizer,
            Features = Features,
            Tagger = Tagger,
            Parser = parser ?? Parser,
            Names = names ?? Names,
        };

    /// <summary>Writes the model in its shipped form: three compressed parts, which are read side by side; before each its length.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        WritePart(writer, WriteMost);
        WritePart(writer, Parser!.Write);
        WritePart(writer, Names!.Write);
    }

    /// <summary>Reads a model in its shipped form; its finder of names may be left out.</summary>
    public static LanguageModel Read(Stream stream, bool withNames = true)
    {
        using var reader = new BinaryReader(stream);
        var (most, parser, names) = (ReadBytes(reader), ReadBytes(reader), ReadBytes(reader));
        var parsing = OnThreadOfItsOwn(() => ReadPart(parser, ParserNetwork.Read));
        var naming = !withNames ? null : OnThreadOfItsOwn(() => ReadPart(names, r => (Classes: WordClasses.Read(r), Model: LinearModel.Read(r))));
        var model = ReadPart(most, ReadMost);
        return model.With(parsing.Result, naming is null ? null : new NameTagger(naming.Result.Model, model.Tags, naming.Result.Classes));
    }

    // threads of the pool may all be readers that wait for this very model, and the pool adds one only after half a second
    private static Task<T> OnThreadOfItsOwn<T>(Func<T> read) =>
        Task.Factory.StartNew(read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Copies a file in its shipped form with another parser or finder of names, every other part as it is.</summary>
    public static void Replace(Stream from, Stream to, ParserNetwork? parser, NameTagger? names)
    {
        using var reader = new BinaryReader(from);
        using var writer = new BinaryWriter(to);
        var parts = new Action<BinaryWriter>?[] { null, parser is null ? null : parser.Write, names is null ? null : names.Write };
        foreach (var write in parts)
        {
            var old = ReadBytes(reader);
            if (write is null)
            {
                writer.Write(old.Length);
                writer.Write(old);
            }
            else
            {
                WritePart(writer, write);
            }
        }
    }

    private void WriteMost(BinaryWriter writer)
    {
        Tags.Write(writer);
        Lexicon.Write(writer);
        Lemmatizer.Write(writer);
        writer.Write(Features.Count);
        foreach (var (key, value) in Features.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            writer.Write(key);
            writer.Write(value);
        }

        Tagger.Model.Write(writer);
    }

    private static LanguageModel ReadMost(BinaryReader reader)
    {
        var tags = TagSet.Read(reader);
        var lexicon = Lexicon.Read(reader);
        var lemmatizer = Lemmatizer.Read(reader, tags);
        var features = Enumerable
            .Range(0, reader.ReadInt32())
            .Select(_ => (reader.ReadString(), reader.ReadString()))
            .ToDictionary(f => f.Item1, f => f.Item2, StringComparer.Ordinal);
        return new LanguageModel
        {
            Tags = tags,
            Lexicon = lexicon,
            Lemmatizer = lemmatizer,
            Features = features,
            Tagger = new Tagger(LinearModel.Read(reader)),
        };
    }

    private static void WritePart(BinaryWriter to, Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, new BrotliCompressionOptions { Quality = 9 }, leaveOpen: true))
        using (var writer = new BinaryWriter(brotli))
        {
            write(writer);
        }

        to.Write((int)bytes.Length);
        to.Write(bytes.ToArray());
    }

    private static byte[] ReadBytes(BinaryReader reader) => reader.ReadBytes(reader.ReadInt32());

    private static T ReadPart<T>(byte[] bytes, Func<BinaryReader, T> read)
    {
        using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var buffered = new BufferedStream(brotli, 1 << 16);
        using var reader = new BinaryReader(buffered);
        return read(reader);
    }

    private static LanguageModel Load()
    {
        using var stream = DataFile.Open("Language/Data/english.model.br");
        return Read(stream);
    }
}
