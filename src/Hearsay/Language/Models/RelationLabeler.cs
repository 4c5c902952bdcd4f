namespace Hearsay.Language.Models;

/// <summary>
/// Names the relation of every word to its head. Method: an averaged perceptron over the whole tree, from the root down and from left to right,
/// so that the relation of the head and those of the siblings before are known. Where the tags leave no doubt, nothing is scored.
/// </summary>
internal sealed class RelationLabeler(LinearModel model, string[] relations, SureRelations sure)
{
    public const int MaxFeatures = 80;

    public LinearModel Model { get; } = model;

    public string[] Relations { get; } = relations;

    public SureRelations Sure { get; } = sure;

    /// <summary>Writes the number of each word's relation into <paramref name="labels"/>.</summary>
    public void Label(ParserInput input, TreeShape tree, Span<byte> labels)
    {
        Span<int> scores = stackalloc int[Model.Stride];
        Span<uint> buffer = stackalloc uint[MaxFeatures];
        for (var k = 0; k < tree.Count; k++)
        {
            var word = tree.TopDown[k];
            if (Sure[KeyOf(input, tree.Heads[word], word)] is var relation and > 0)
            {
                labels[word] = (byte)(relation - 1);
                continue;
            }

            var features = new FeatureList(buffer);
            Look(input, tree, labels, word, ref features);
            Model.Score(features.Features, scores);
            labels[word] = (byte)Model.Best(scores);
        }
    }

    /// <summary>By what a relation may be sure.</summary>
    public static int KeyOf(ParserInput input, int head, int word) =>
        head < 0 ? SureRelations.Key(input.Tag(word), 0, 2) : SureRelations.Key(input.Tag(word), input.Tag(head), word < head ? 0u : 1u);

    public static void Look(ParserInput x, TreeShape tree, ReadOnlySpan<byte> labels, int d, ref FeatureList f)
    {
        var h = tree.Heads[d];
        var g = h < 0 ? -1 : tree.Heads[h];
        uint hw = h < 0 ? 9u : x.Word(h), ht = h < 0 ? 250u : x.Tag(h), dw = x.Word(d), dt = x.Tag(d), gt = h < 0 ? 252u : g < 0 ? 250u : x.Tag(g);
        var side = h < 0 ? 2u : d < h ? 0u : 1u;
        var distance = h < 0 ? 0u : (uint)Math.Min(Math.Abs(d - h), 7);
        var hl = h < 0 ? 99u : labels[h];
        f.Add(1);
        f.Add(dw);
        f.Add(dt);
        f.Add(dw, dt, side);
        f.Add(hw, side);
        f.Add(ht, side);
        f.Add(hw, ht);
        f.Add(hw, dw, side);
        f.Add(ht, dt, side);
        f.Add(hw, dt, side);
        f.Add(ht, dw, side);
        f.Add(hw, dw, ht, dt);
        f.Add(ht, dt, side, distance);
        f.Add(dt, hl, side);
        f.Add(dw, hl, side);
        f.Add(ht, dt, hl, side);
        f.Add(hl, hw, dt, side);
        f.Add(gt, ht, dt, side);
        Children(x, tree, d, ht, hw, dt, dw, side, ref f);
        Siblings(x, tree, labels, d, h, ht, hw, dt, dw, side, ref f);
        f.Add(x.Tag(d - 1), dt, ht);
        f.Add(x.Tag(d + 1), dt, ht);
        f.Add(x.Word(d - 1), dt, side);
        f.Add(x.Word(d + 1), dt, side);
        f.Add(x.Tag(d - 1), dt, x.Tag(d + 1));
        f.Add(x.Tag(h - 1), ht, dt, side);
        f.Add(x.Tag(h + 1), ht, dt, side);
        f.Add(x.Quoted(d), x.Quoted(h), ht, dt);
        f.Add(x.Quoted(d), x.Quoted(h), hw, side);
    }

    private static void Children(ParserInput x, TreeShape tree, int d, uint ht, uint hw, uint dt, uint dw, uint side, ref FeatureList f)
    {
        int l = tree.FirstChild(d), l2 = l < 0 ? -1 : tree.NextSibling(l), r = tree.LastChild(d);
        uint lw = x.Word(l), lt = x.Tag(l), l2w = x.Word(l2), rt = x.Tag(r);
        var kinds = tree.Kinds(d);
        f.Add(lw, dt, side);
        f.Add(lw, dt, ht, side);
        f.Add(lw, hw, side);
        f.Add(lw, dw);
        f.Add(lt, dt, ht, side);
        f.Add(l2w, dt, side);
        f.Add(lw, l2w, dt);
        f.Add(x.Tag(l2), lt, dt, ht);
        f.Add(rt, dt, ht, side);
        f.Add(x.Word(r), dt, side);
        f.Add(kinds, dt, ht, side);
        f.Add(kinds, dt, hw, side);
        f.Add(kinds, dw);
    }

    private static void Siblings(ParserInput x, TreeShape tree, ReadOnlySpan<byte> labels, int d, int h, uint ht, uint hw, uint dt, uint dw, uint side, ref FeatureList f)
    {
        int before = h < 0 ? -1 : tree.PreviousSibling(d), after = h < 0 ? -1 : tree.NextSibling(d);
        var beforeLabel = before < 0 ? 98u : labels[before];
        uint bt = x.Tag(before), at = x.Tag(after);
        f.Add(beforeLabel, dt, ht, side);
        f.Add(beforeLabel, dw);
        f.Add(bt, dt, ht, side);
        f.Add(at, dt, ht, side);
        f.Add(x.Word(before), dt, ht);
        f.Add(x.Word(after), dt, ht);
        f.Add(beforeLabel, dt, hw, at);
        f.Add(h < 0 ? 0u : tree.LabelsBefore(d, labels), dt, ht, side);
        f.Add(h < 0 ? 0u : tree.LabelsBefore(d, labels), hw, dt);
        f.Add(h < 0 ? 0u : tree.Kinds(h), dt, ht, side);
        f.Add(h < 0 ? 0u : tree.Kinds(h), hw, dt, side);
    }
}
