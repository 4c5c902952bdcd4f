using System.Collections.Immutable;
using Hearsay.Cast;
using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>
/// A reading as the steps here look at it: lower-case forms, the quotation that holds each token, the neighbours within the sentence.
/// </summary>
internal sealed class Words
{
    private const int LongestSentence = 400;

    private readonly int[] quotationOf;
    private readonly int[] starts;
    private readonly string[] lower;
    private readonly HashSet<string> small;
    private ImmutableArray<VerbCue> verbs;

    public Words(Reading reading)
    {
        Reading = reading;
        Cast = CastReader.Read(reading);
        starts = [.. reading.Sentences.Select(s => s.First)];
        HasTrees = reading.Tokens.Any(t => t.Head >= 0);
        lower = [.. reading.Tokens.Select(t => t.Form.ToLowerInvariant().Replace('’', '\''))];
        small = [.. reading.Tokens.Select(t => t.Form).Where(f => f.Length > 2 && char.IsLower(f[0]))];
        quotationOf = new int[reading.Tokens.Length];
        Array.Fill(quotationOf, -1);
        for (int q = 0, i = 0; q < reading.Quotations.Length; q++)
        {
            var span = reading.Quotations[q].Span;
            while (i < reading.Tokens.Length && reading.Tokens[i].Span.End <= span.Start) i++;
            for (var j = i; j < reading.Tokens.Length && reading.Tokens[j].Span.Start < span.End; j++) quotationOf[j] = q;
        }
        for (var s = 0; s < starts.Length; s++) starts[s] = Datelines.After(this, reading.Sentences[s]);
    }

    public Reading Reading { get; }

    /// <summary>The verbs of the lexicon where a cue may stand.</summary>
    public ImmutableArray<VerbCue> Verbs => verbs.IsDefault ? verbs = VerbCue.In(this) : verbs;

    /// <summary>Every verb where a cue may stand.</summary>
    public IEnumerable<int> OpenVerbs => Enumerable.Range(0, Count).Where(i => Tag(i) == Upos.Verb && IsOpen(i));

    /// <summary>Who and what the report speaks of.</summary>
    public Participants Cast { get; }

    /// <summary>False where the reading has tokens only.</summary>
    public bool HasTrees { get; }

    public int Count => lower.Length;

    /// <summary>The token in lower case with a straight apostrophe; empty outside the text.</summary>
    public string this[int token] => token >= 0 && token < lower.Length ? lower[token] : "";

    public string Form(int token) => token >= 0 && token < lower.Length ? Reading.Tokens[token].Form : "";

    /// <summary>The value of a feature of the token ("Past" of "Tense"); empty where it has none.</summary>
    public ReadOnlySpan<char> Feature(int token, string name)
    {
        if (token < 0 || token >= lower.Length) return [];
        var features = Reading.Tokens[token].Features.AsSpan();
        var at = features.IndexOf(name + "=", StringComparison.Ordinal);
        if (at < 0) return [];
        var value = features[(at + name.Length + 1)..];
        return value.IndexOf('|') is >= 0 and var end ? value[..end] : value;
    }

    /// <summary>The tag of the token; X outside the text.</summary>
    public Upos Tag(int token) => token >= 0 && token < lower.Length ? Reading.Tokens[token].Tag : Upos.X;

    /// <summary>Index of the quotation that holds the token, its marks included; -1 outside quotations.</summary>
    public int QuotationOf(int token) => token >= 0 && token < lower.Length ? quotationOf[token] : -1;

    /// <summary>The tokens of a quotation, marks included.</summary>
    public TokenRange Quotation(int quotation)
    {
        var span = Reading.Quotations[quotation].Span;
        var first = TokenAt(span.Start);
        var last = first;
        while (last + 1 < lower.Length && quotationOf[last + 1] == quotation) last++;
        return new TokenRange(first, last);
    }

    /// <summary>True where a cue may stand: outside quotations, in a sentence that a person could have written.</summary>
    public bool IsOpen(int token) => quotationOf[token] < 0 && SentenceOf(token).Count <= LongestSentence;

    public Sentence SentenceOf(int token) => Reading.Sentences[Reading.Tokens[Clamp(token)].Sentence];

    /// <summary>The first token of the sentence, a dateline ("TARN, Norland (AP) —") left out.</summary>
    public int Start(int token) => starts[Reading.Tokens[Clamp(token)].Sentence];

    /// <summary>True for a word that opens its sentence, a small one behind it, and that the text has in small letters too: it is no name.</summary>
    public bool IsCapitalByPlace(int token) =>
        token == Start(token) && small.Contains(this[token]) && Form(token + 1) is { Length: > 0 } next && char.IsLower(next[0]);

    public int End(int token)
    {
        var sentence = SentenceOf(token);
        return sentence.First + sentence.Count - 1;
    }

    /// <summary>The tokens of the line that holds the token, as the text breaks it.</summary>
    public TokenRange Line(int token)
    {
        var (first, last) = (token, token);
        while (first > 0 && !BreaksBehind(first - 1)) first--;
        while (last + 1 < lower.Length && !BreaksBehind(last)) last++;
        return new TokenRange(first, last);
    }

    /// <summary>The last token of the sentence that is not its final mark.</summary>
    public int LastWord(int token)
    {
        var end = End(token);
        while (end > token && this[end] is "." or "!" or "?" or ";" && QuotationOf(end) < 0) end--;
        return end;
    }

    public bool Is(int token, SpeechWord sets) => SpeechWords.Is(this[token], sets);

    public bool Is(int token, WordSet sets) => Thesaurus.Is(this[token], sets);

    public bool IsAuxiliary(int token) => Thesaurus.Is(this[token], WordSet.Auxiliary);

    public bool IsNegation(int token) => Thesaurus.Is(this[token], WordSet.Negation);

    /// <summary>True for adverbs that stand between auxiliary and verb.</summary>
    public bool IsAdverb(int token) => Is(token, SpeechWord.Adverb)
        || (
            this[token] is { Length: > 4 } word
            && word.EndsWith("ly", StringComparison.Ordinal)
            && !char.IsUpper(Form(token)[0])
            && word is not ("family" or "only" or "reply" or "apply" or "supply" or "rally" or "ally" or "italy")
        );

    public bool IsMark(int token) =>
        this[token] is { Length: > 0 } word
        && !char.IsLetterOrDigit(word[0])
        && word.AsSpan().IndexOfAnyInRange('0', '9') < 0
        && !word.Any(char.IsLetter);

    public static bool IsQuoteMark(string word) => word is "\"" or "“" or "”" or "''" or "``" or "'" or "‘" or "’" or "«" or "»" or "„";

    /// <summary>True for the first token of a line, as the text breaks it.</summary>
    public bool BeginsLine(int token) => token == 0 || BreaksBehind(token - 1);

    /// <summary>True for the first token of a paragraph.</summary>
    public bool BeginsParagraph(int token) =>
        token == SentenceOf(token).First
        && (token == 0 || SentenceOf(token - 1).Paragraph != SentenceOf(token).Paragraph);

    /// <summary>The last token of the paragraph that holds the token.</summary>
    public int LastOfParagraph(int token)
    {
        var s = Reading.Tokens[token].Sentence;
        while (s + 1 < Reading.Sentences.Length && Reading.Sentences[s + 1].Paragraph == Reading.Sentences[s].Paragraph) s++;
        return Reading.Sentences[s].First + Reading.Sentences[s].Count - 1;
    }

    private bool BreaksBehind(int token) =>
        Reading.Text.AsSpan()[Reading.Tokens[token].Span.End..Reading.Tokens[token + 1].Span.Start].Contains('\n');

    private int Clamp(int token) => Math.Clamp(token, 0, lower.Length - 1);

    private int TokenAt(int offset)
    {
        int low = 0, high = lower.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Reading.Tokens[middle].Span.End <= offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
