namespace Hearsay.Language.Models;

/// <summary>The tag classes: a universal part of speech with the treebank's finer tag, and the features that words of the class have where nothing more is known.</summary>
internal sealed class TagSet(string[] uposXpos, string[] features)
{
    private readonly Upos[] upos = [.. uposXpos.Select(t => Enum.Parse<Upos>(t[..t.IndexOf('/', StringComparison.Ordinal)], ignoreCase: true))];
    private readonly string[] xpos = [.. uposXpos.Select(t => t[(t.IndexOf('/', StringComparison.Ordinal) + 1)..])];

    public int Count => upos.Length;

    public Upos Upos(byte tag) => upos[tag];

    /// <summary>The Penn Treebank's tag.</summary>
    public string Xpos(byte tag) => xpos[tag];

    public string Features(byte tag) => features[tag];

    /// <summary>A coarse kind, 0 to 13, by which the parser remembers what hangs on a word.</summary>
    public byte Kind(byte tag) => upos[tag] switch
    {
        Language.Upos.Noun or Language.Upos.Propn or Language.Upos.Pron or Language.Upos.Num => 1,
        Language.Upos.Verb => 2,
        Language.Upos.Adj => 3,
        Language.Upos.Det => 4,
        Language.Upos.Adv => 5,
        Language.Upos.Adp or Language.Upos.Sconj => 6,
        Language.Upos.Part => xpos[tag] == "TO" ? (byte)6 : (byte)5,
        Language.Upos.Aux => 7,
        Language.Upos.Cconj => 8,
        Language.Upos.Punct => 12,
        _ => 0,
    };

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
