namespace Hearsay.Language.Models;

/// <summary>
/// The words that a model met last, by their form: a table of fixed size, in which a word takes the place of another with its slot. What is found is
/// the same as what would be worked out anew, so that neither the order of texts nor threads side by side make a difference: a slot is read and
/// written whole.
/// </summary>
internal sealed class WordMemory(LanguageModel model)
{
    private const int Bits = 15;
    private const int LongestKept = 40;
    private readonly KnownWord?[] slots = new KnownWord?[1 << Bits];

    /// <summary>What stands before a sentence.</summary>
    public KnownWord Before { get; } = KnownWord.Edge(1, model.Tagger);

    /// <summary>What stands behind a sentence.</summary>
    public KnownWord Behind { get; } = KnownWord.Edge(2, model.Tagger);

    /// <summary>The word with this form.</summary>
    public KnownWord Of(ReadOnlySpan<char> form)
    {
        if (form.Length > LongestKept) return KnownWord.Of(form.ToString(), model);
        var key = FormKey.Of(form);
        ref var slot = ref slots[key.Hash >> (32 - Bits)];
        var last = slot;
        if (last is not null && Is(last, key, form)) return last;
        // A word has two places, of which the second holds the word that was last in the first
        ref var second = ref slots[(key.Hash >> (32 - Bits)) ^ 1];
        if (second is { } known && Is(known, key, form)) return known;
        second = last;
        return slot = KnownWord.Of(form.ToString(), model);
    }

    private static bool Is(KnownWord word, in FormKey key, ReadOnlySpan<char> form) =>
        word.Key == key && (key.IsWhole || form.SequenceEqual(word.Form));
}
