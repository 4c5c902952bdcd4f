using System.Collections.Concurrent;
using Hearsay.Language.Encoder;
using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>
/// What deep readings found, by the text that was read, so that no text is read deeply twice: within a process, and, where a store keeps the bytes of
/// <see cref="Of"/> and gives them back to <see cref="Remember"/>, ever. What another encoder or another version of the reading found is passed over.
/// Safe for several threads.
/// </summary>
public sealed class DeepReadings
{
    /// <summary>Grows with every change of what the encoder is asked or of what is kept of its answers.</summary>
    public const int Version = 1;

    private readonly ConcurrentDictionary<string, WordVectors> vectors = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (byte[] Bytes, bool IsNew)> byText = new(StringComparer.Ordinal);

    /// <summary>Nothing is remembered yet.</summary>
    public DeepReadings()
        : this(EncoderModel.Shipped) { }

    internal DeepReadings(EncoderModel? encoder) => Encoder = encoder;

    /// <summary>What texts are read by; null where the engine was built without one: then they are read quickly.</summary>
    internal EncoderModel? Encoder { get; }

    /// <summary>False where the engine was built without an encoder: then texts are read quickly.</summary>
    public bool CanRead => Encoder is not null;

    /// <summary>Takes back what <see cref="Of"/> gave; bytes of another kind or version are passed over.</summary>
    public void Remember(ReadOnlySpan<byte> kept)
    {
        using var reader = new BinaryReader(new MemoryStream(kept.ToArray()));
        try
        {
            if (reader.ReadInt32() == Version && reader.ReadString() == Encoder?.File.Id)
                byText.TryAdd(reader.ReadString(), (kept.ToArray(), IsNew: false));
        }
        catch (IOException)
        {
            // cut short: as good as none
        }
    }

    /// <summary>What was found in this text, as bytes to be kept; null where it has not been read deeply.</summary>
    public byte[]? Of(string text) => byText.GetValueOrDefault(ContentId.Of(text)).Bytes;

    /// <summary>Whether this text was read here, and not remembered.</summary>
    public bool IsNew(string text) => byText.GetValueOrDefault(ContentId.Of(text)).IsNew;

    /// <summary>What the words of a text mean, given its sentences' words; null where there is no encoder. Computed once for each text.</summary>
    internal WordVectors? VectorsOf(string text, Func<string[][]> sentences) =>
        Encoder is null ? null : vectors.GetOrAdd(text, _ => WordVectors.Of(sentences(), Encoder));

    /// <summary>What was found in a text that was cut so; null where that is not known.</summary>
    internal EncodedWords? Find(string text, ulong cut)
    {
        if (Of(text) is not { } bytes) return null;
        using var reader = new BinaryReader(new MemoryStream(bytes));
        try
        {
            reader.ReadInt32();
            reader.ReadString();
            reader.ReadString();
            return reader.ReadUInt64() == cut ? EncodedWords.Read(reader) : null;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    internal void Keep(string text, ulong cut, EncodedWords words)
    {
        if (words.IsRemembered) return;
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Version);
        writer.Write(Encoder!.File.Id);
        writer.Write(ContentId.Of(text));
        writer.Write(cut);
        words.Write(writer);
        byText[ContentId.Of(text)] = (bytes.ToArray(), IsNew: true);
    }
}
