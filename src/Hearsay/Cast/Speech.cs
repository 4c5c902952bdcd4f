using Hearsay.Language;

namespace Hearsay.Cast;

/// <summary>Which words of a reading speak: subjects of verbs that a quotation or a content clause hangs on.</summary>
internal sealed class Speech(Reading reading)
{
    /// <summary>True where the token is the subject of a verb that tells what somebody says.</summary>
    public bool Speaks(int token) =>
        reading.Is(token, "nsubj") && reading.Tokens[token].Head is >= 0 and var verb && (reading.Child(verb, "ccomp") >= 0 || reading.Is(verb, "parataxis") && Says(verb))
        || SpokenBy(token) >= 0;

    /// <summary>True for a verb that tells what somebody says, wants or does by words.</summary>
    public bool Says(int verb) => Thesaurus.Is(reading.Tokens[verb].Lemma, WordSet.Acting);

    /// <summary>The quotation that the token is the speaker of, by the tree or by standing right before or behind it with its verb; -1 for none.</summary>
    public int SpokenBy(int token)
    {
        if (!reading.Is(token, "nsubj") || reading.Tokens[token].Head < 0 || QuotationOf(token) >= 0) return -1;
        var verb = reading.Tokens[token].Head;
        if (QuotationOf(verb) >= 0) return Beside(token);
        foreach (var child in reading.Children(verb))
        {
            if (reading.Tokens[child].Relation is "ccomp" or "parataxis" or "obj" && QuotationOf(child) is >= 0 and var below) return below;
        }

        return reading.Tokens[verb].Head is >= 0 and var above && QuotationOf(above) is >= 0 and var q ? q : -1;
    }

    private int Beside(int token) => token > 0 && reading.Tokens[token - 1].Sentence == reading.Tokens[token].Sentence ? QuotationOf(token - 1) : -1;

    private int QuotationOf(int token) => reading.QuotationAt(reading.Tokens[token].Span.Start);
}
