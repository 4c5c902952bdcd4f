namespace Hearsay.Language.Models;

/// <summary>What the dictionaries say of a word that was given a tag; <paramref name="Other"/> is the same for another tag.</summary>
internal sealed record WordForms(byte Tag, string Lemma, string Features, WordForms? Other);

/// <summary>
/// A form of a word with all that follows from its characters alone, so that it is worked out once and not at each of its places: how the models see
/// it, what the lists say of it, and the sums of those of the tagger's and name finder's weights that hang on it alone.
/// </summary>
internal sealed class KnownWord
{
    private WordForms? forms;

    private KnownWord(string form, in WordSight sight) => (Form, Sight, Key) = (form, sight, form.Length > 0 ? FormKey.Of(form) : default);

    /// <summary>As written.</summary>
    public string Form { get; }

    public FormKey Key { get; }

    public WordSight Sight;

    /// <summary>See <see cref="NameSight.Kind"/>.</summary>
    public byte Kind { get; private init; }

    public bool IsCapital { get; private init; }

    /// <summary>A small letter first, and three characters or more.</summary>
    public bool IsSmall { get; private init; }

    /// <summary>What the large lists say of the word alone.</summary>
    public KnownName Known { get; private init; }

    /// <summary>True where an entry of several words in them begins with it.</summary>
    public bool BeginsEntry { get; private init; }

    /// <summary>What the lists of facts say of the word alone.</summary>
    public Listed Listed { get; private init; }

    /// <summary>True where a phrase in them begins with it.</summary>
    public bool BeginsPhrase { get; private init; }

    /// <summary>The tagger's weights for the word in each of its places, one after the other (see <see cref="Tagger.ScoresOf"/>).</summary>
    public short[] TagScores { get; private set; } = [];

    /// <summary>The name finder's for the word alone (see <see cref="Models.NameScores.Of"/>); null as long as nobody asked.</summary>
    public short[]? NameScores { get; set; }

    public static KnownWord Of(string form, LanguageModel model)
    {
        var sight = WordSight.Of(form, model.Lexicon);
        sight.Class = model.Names?.WordClasses.Of(sight.Lower) ?? 0;
        var (known, entry) = NameLists.Look(sight.Lower);
        var (listed, phrase) = Gazetteer.Look(sight.Form);
        var word = new KnownWord(form, sight)
        {
            Kind = NameSight.KindOf(form),
            IsCapital = char.IsUpper(form[0]),
            IsSmall = char.IsLower(form[0]) && form.Length > 2,
            Known = known,
            BeginsEntry = entry,
            Listed = listed,
            BeginsPhrase = phrase,
        };
        word.TagScores = model.Tagger.ScoresOf(word);
        return word;
    }

    /// <summary>What stands beyond the ends of a sentence: 1 before it, 2 behind it.</summary>
    public static KnownWord Edge(uint n, Tagger tagger)
    {
        var edge = new KnownWord("", WordSight.Edge(n));
        edge.TagScores = tagger.ScoresOf(edge);
        return edge;
    }

    /// <summary>Dictionary form and features of the word with this tag; the answers are kept.</summary>
    public WordForms As(byte tag, LanguageModel model)
    {
        for (var known = forms; known is not null; known = known.Other)
        {
            if (known.Tag == tag) return known;
        }

        return forms = new WordForms(tag, model.Lemmatizer.Lemma(Form, tag, model.Tags.Upos(tag)), Analysis.FeaturesOf(model, Form, tag), forms);
    }
}
