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
    public const int Version = 2;

    private readonly ConcurrentDictionary<string, (byte[] Bytes, bool IsNew)> byText = new(StringComparer.Ordinal);

    /// <summary>Nothing is remembered yet.</summary>
    public DeepReadings()
        : this(EncoderModel.Shipped) { }

    internal DeepReadings(EncoderModel? encoder) => Encoder = encoder;

    /// <summary>What texts are read by; null where the engine was built without one: then they are read quickly.</summary>
    internal EncoderModel? Encoder { get; }

    private bool FindsMeanings => FindMeanings && Encoder?.Axes is not null;

    /// <summary>False where the engine was built without an encoder: then texts are read quickly.</summary>
    public bool CanRead => Encoder is not null;

    /// <summary>
    /// Whether readings find what words mean too, which briefings compare sentences by and which takes as long again: true unless said otherwise. A text
    /// that was kept without it is then read anew.
    /// </summary>
    public bool FindMeanings { get; init; } = true;

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

    /// <summary>Where a reading puts what it finds of a text of so many words.</summary>
    internal EncodedWords Begin(int words) => new(words, FindsMeanings ? new WordMeanings(words, Encoder!.Axes!.Count) : null);

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
            return reader.ReadUInt64() == cut && EncodedWords.Read(reader) is var words && (words.Meanings is not null || !FindsMeanings) ? words : null;
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
