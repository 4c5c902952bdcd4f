namespace Hearsay.Language.Models;

/// <summary>
/// The tag classes: a universal part of speech with the treebank's finer tag, and the features that words of the class have where nothing more is
/// known.
/// </summary>
internal sealed class TagSet(string[] uposXpos, string[] features)
{
    private readonly Upos[] upos = [.. uposXpos.Select(t => Enum.Parse<Upos>(t[..t.IndexOf('/', StringComparison.Ordinal)], ignoreCase: true))];
    private readonly string[] xpos = [.. uposXpos.Select(t => t[(t.IndexOf('/', StringComparison.Ordinal) + 1)..])];

    public int Count => upos.Length;

    public Upos Upos(byte tag) => upos[tag];

    /// <summary>The Penn Treebank's tag.</summary>
    public string Xpos(byte tag) => xpos[tag];

    public string Features(byte tag) => features[tag];

    public void Write(BinaryWriter writer)
    {
        writer.Write((byte)Count);
        for (var i = 0; i < Count; i++)
        {
            writer.Write($"{upos[i]}/{xpos[i]}");
            writer.Write(features[i]);
        }
    }

    public static TagSet Read(BinaryReader reader)
    {
        var n = reader.ReadByte();
        var (tags, features) = (new string[n], new string[n]);
        for (var i = 0; i < n; i++) (tags[i], features[i]) = (reader.ReadString(), reader.ReadString());
        return new TagSet(tags, features);
    }
}
