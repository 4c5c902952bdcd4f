namespace Hearsay.Language.Models;

/// <summary>
/// What the finder of names sees of one sentence beside its words: which words can be part of a name at all, the runs that they form, what lists say
/// of them. Reused from sentence to sentence.
/// </summary>
internal sealed class NameSight
{
    private const int Pad = 2;
    private static readonly HashSet<uint> Joining =
    [
        .. "of for the and & de del della di da do dos du la le les al el bin ibn von van der den af 's ’s - – . / ' ’ y e on in to"
            .Split(' ')
            .Select(w => FeatureList.Hash(w)),
    ];
    private bool[] candidate = new bool[64];
    private byte[] kind = new byte[64];
    private ulong[] known = new ulong[64];
    private int[] first = new int[64];
    private int[] last = new int[64];
    private KnownName[] listed = new KnownName[64];
    private Standing[] standing = new Standing[64];
    private int[] scores = [];
    private int[] best = [];
    private byte[] from = [];

    /// <summary>Room for a chain of decisions: what each class scores at each word, the best chain up to it, the class before it there.</summary>
    public (int[] Scores, int[] Best, byte[] From) Chain(int size)
    {
        if (best.Length < size) (scores, best, from) = (new int[size * 2], new int[size * 2], new byte[size * 2]);
        return (scores, best, from);
    }

    /// <summary>True for words that can be part of a name; all others are outside.</summary>
    public bool IsCandidate(int i) => candidate[i];

    /// <summary>
    /// What the lists say of word <paramref name="i"/>: <see cref="Listed"/> in the low bits, <see cref="KnownName"/> above; 0 beyond the sentence.
    /// </summary>
    public ulong Known(int i) => known[i + Pad];

    /// <summary>How the word stands at all its places in the report.</summary>
    public Standing Stands(int i) => standing[i];

    /// <summary>0 beyond the sentence, 1 small letters, 2 a capital first, 3 capitals only, 4 a digit first, 5 other.</summary>
    public byte Kind(int i) => kind[i + Pad];

    /// <summary>The first word of the run of candidates that word <paramref name="i"/> stands in.</summary>
    public int First(int i) => first[i];

    /// <summary>The last word of that run.</summary>
    public int Last(int i) => last[i];

    public void Fill(WordTable words, ReadOnlySpan<byte> tags, ReadOnlySpan<bool> isProper, NameEvidence evidence)
    {
        var n = words.Count;
        if (candidate.Length < n + 2 * Pad)
        {
            var size = 2 * (n + 2 * Pad);
            (candidate, kind, known, first, last, listed, standing) = (
                new bool[size],
                new byte[size],
                new ulong[size],
                new int[size],
                new int[size],
                new KnownName[size],
                new Standing[size]
            );
        }

        Array.Clear(known, 0, n + 2 * Pad);
        Array.Clear(kind, 0, n + 2 * Pad);
        Array.Clear(listed, 0, n);
        for (var i = 0; i < n; i++) kind[i + Pad] = words.Known(i)?.Kind ?? KindOf(words.Form(i));
        for (var i = 0; i < n; i++) candidate[i] = kind[i + Pad] is 2 or 3 || isProper[tags[i]];
        // A known place or given name without its capital, as people write it in messages.
        for (var i = 0; i < n; i++)
        {
            if (
                kind[i + Pad] == 1
                && words[i].TagSet == 0
                && words.Form(i).Length > 3
                && ((words.Known(i)?.Known ?? NameLists.Of(words[i].Lower)) & (KnownName.Given | KnownName.Town | KnownName.Region | KnownName.Body))
                    != 0
            )
                candidate[i] = true;
        }

        // Small words and figures belong to a name only between or behind its words.
        for (var i = 1; i < n; i++)
        {
            if (candidate[i] || !(candidate[i - 1] || (i > 1 && candidate[i - 2] && kind[i - 1 + Pad] == 1))) continue;
            if (kind[i + Pad] == 4) candidate[i] = candidate[i - 1];
            else if (Joining.Contains(words[i].Lower))
                candidate[i] =
                    words.Form(i).Length > 1 && words.Form(i)[^1] == 's'
                    || (i + 1 < n && (candidate[i + 1] || (i + 2 < n && candidate[i + 2] && Joining.Contains(words[i + 1].Lower))));
        }

        var gazetteer = words.Listed();
        for (var i = 0; i < n; i++)
        {
            if (candidate[i] || kind[i + Pad] == 1) NameLists.Mark(words, i, listed);
        }

        for (var i = 0; i < n; i++) standing[i] = candidate[i] ? evidence.Of(words[i].Lower) : Standing.None;
        for (var i = 0; i < n; i++) known[i + Pad] = gazetteer[i] | (ulong)listed[i] << 16;
        Runs(n);
    }

    private void Runs(int n)
    {
        for (var i = 0; i < n;)
        {
            var end = i;
            while (end + 1 < n && candidate[i] && candidate[end + 1]) end++;
            for (var k = i; k <= end; k++) (first[k], last[k]) = (i, end);
            i = end + 1;
        }
    }

    public static byte KindOf(string form)
    {
        if (char.IsDigit(form[0])) return 4;
        if (char.IsLower(form[0]) || !char.IsLetter(form[0]))
        {
            foreach (var c in form)
            {
                if (char.IsUpper(c)) return 2;
            }

            return char.IsLetter(form[0]) ? (byte)1 : (byte)5;
        }

        if (!char.IsUpper(form[0])) return 5;
        if (form.Length == 1) return 2;
        for (var i = 1; i < form.Length; i++)
        {
            if (char.IsLower(form[i])) return 2;
        }

        return 3;
    }
}
