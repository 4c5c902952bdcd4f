namespace Hearsay.Language.Models;

/// <summary>
/// What the models see of the words of one sentence, computed once: hashes of the word, its ends and its shape. Reused from sentence to sentence.
/// </summary>
internal sealed class WordTable
{
    private const int Pad = 2;
    private WordSight[] words = new WordSight[64];
    private string[] forms = new string[64];
    private KnownWord?[] known = new KnownWord?[64];
    private ushort[] listed = new ushort[64];
    private WordMemory? memory;
    private bool looked;

    /// <summary>How many words the sentence has.</summary>
    public int Count { get; private set; }

    /// <summary>Word <paramref name="i"/>, from -2 to <see cref="Count"/> + 1; beyond the sentence stands an empty word.</summary>
    public ref WordSight this[int i] => ref words[i + Pad];

    public void Clear()
    {
        Count = 0;
        looked = false;
        words[0] = words[1] = WordSight.Edge(1);
    }

    /// <summary>Word <paramref name="i"/> as written.</summary>
    public string Form(int i) => forms[i];

    /// <summary>Word <paramref name="i"/> of a sentence whose words were taken from memory, from -1 to <see cref="Count"/>.</summary>
    public KnownWord KnownOrEdge(int i) => (i < 0 ? memory!.Before : i >= Count ? memory!.Behind : known[i])!;

    /// <summary>Word <paramref name="i"/>, where it was taken from memory; else null.</summary>
    public KnownWord? Known(int i) => known[i];

    /// <summary>
    /// What the lists of facts say of each word (<see cref="Language.Listed"/>; the highest bit where it is part of a longer entry); two empty places
    /// behind the sentence.
    /// </summary>
    public ReadOnlySpan<ushort> Listed()
    {
        if (looked) return listed;
        if (listed.Length < Count + 2) listed = new ushort[(Count + 2) * 2];
        listed.AsSpan(0, Count + 2).Clear();
        for (var i = 0; i < Count; i++)
        {
            var (count, kind) = Gazetteer.Match(this, i);
            for (var k = i; k < i + count; k++) listed[k] |= (ushort)((ushort)kind | (count > 1 ? 0x8000 : 0));
            if (count > 1) i += count - 1;
        }

        looked = true;
        return listed;
    }

    public void Add(string form, Lexicon lexicon) => Add(form, WordSight.Of(form, lexicon), null);

    /// <summary>Adds a word of which <paramref name="from"/> remembers what follows from its form.</summary>
    public void Add(KnownWord word, WordMemory from)
    {
        memory = from;
        Add(word.Form, word.Sight, word);
    }

    private void Add(string form, in WordSight sight, KnownWord? word)
    {
        if (Count + 2 * Pad + 1 >= words.Length) Array.Resize(ref words, words.Length * 2);
        if (Count == forms.Length)
        {
            Array.Resize(ref forms, forms.Length * 2);
            Array.Resize(ref known, forms.Length);
        }

        (forms[Count], known[Count]) = (form, word);
        words[Pad + Count] = sight;
        Count++;
        words[Pad + Count] = words[Pad + Count + 1] = WordSight.Edge(2);
    }
}

/// <summary>A word as the models see it: every field a hash.</summary>
internal struct WordSight
{
    /// <summary>The word as written.</summary>
    public uint Form;

    /// <summary>In lower case.</summary>
    public uint Lower;

    /// <summary>In lower case where the lexicon knows it, else a class made of its ending and shape.</summary>
    public uint Word;

    /// <summary>The set of tags that the lexicon knows for it; 0 where it knows none.</summary>
    public uint TagSet;

    /// <summary>Capitals, digits, other marks.</summary>
    public uint Shape;

    /// <summary>See <see cref="WordClasses"/>.</summary>
    public byte Class;

    /// <summary>The tag that the lexicon is sure of, plus 1; 0 where it is not.</summary>
    public byte Sure;

    public uint Prefix1;
    public uint Prefix2;
    public uint Prefix3;
    public uint Suffix1;
    public uint Suffix2;
    public uint Suffix3;
    public uint Suffix4;

    public static WordSight Edge(uint n) => new() { Form = n, Lower = n, Word = n, Shape = n, TagSet = 60000 + n };

    public static WordSight Of(ReadOnlySpan<char> form, Lexicon lexicon)
    {
        if (form.Length > 40) form = form[..40];
        Span<char> lower = stackalloc char[form.Length];
        LowerInto(form, lower);
        var n = lower.Length;
        var sight = new WordSight
        {
            Form = FeatureList.Hash(form),
            Lower = FeatureList.Hash(lower),
            Shape = ShapeOf(form),
            Prefix1 = FeatureList.Hash(lower[..1]),
            Prefix2 = FeatureList.Hash(lower[..Math.Min(n, 2)]),
            Prefix3 = FeatureList.Hash(lower[..Math.Min(n, 3)]),
            Suffix1 = FeatureList.Hash(lower[^1..]),
            Suffix2 = FeatureList.Hash(lower[Math.Max(0, n - 2)..]),
            Suffix3 = FeatureList.Hash(lower[Math.Max(0, n - 3)..]),
            Suffix4 = FeatureList.Hash(lower[Math.Max(0, n - 4)..]),
        };
        var known = lexicon.Find(sight.Lower);
        (sight.TagSet, sight.Sure) = (known.TagSet, known.Sure);
        sight.Word = sight.TagSet > 0 ? sight.Lower : sight.Suffix2 * 31 + sight.Shape + 7;
        return sight;
    }

    /// <summary>The hash that <see cref="Lower"/> has for the word.</summary>
    public static uint LowerHash(ReadOnlySpan<char> form)
    {
        if (form.Length > 40) form = form[..40];
        Span<char> lower = stackalloc char[form.Length];
        LowerInto(form, lower);
        return FeatureList.Hash(lower);
    }

    private static void LowerInto(ReadOnlySpan<char> form, Span<char> lower)
    {
        form.ToLowerInvariant(lower);
        for (var i = 0; i < lower.Length; i++)
        {
            if (char.IsAsciiDigit(lower[i])) lower[i] = '0';
            else if (lower[i] is '’' or '‘') lower[i] = '\'';
            else if (lower[i] is '“' or '”') lower[i] = '"';
        }
    }

    /// <summary>The kinds of characters in their order, runs shortened to one: "X" capital, "x" small, "0" digit, else the mark itself.</summary>
    private static uint ShapeOf(ReadOnlySpan<char> form)
    {
        var h = 17u;
        var last = '\0';
        var runs = 0;
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? '0' : c;
            if (kind == last)
            {
                // "XX" differs from "X": an acronym from a capitalised word.
                if (kind == 'X' && runs == 0) h = h * 31 + 1;
                runs++;
                continue;
            }

            (h, last, runs) = (h * 31 + kind, kind, 0);
        }

        return h;
    }
}
