using System.Text;
using Hearsay.Language;
using Hearsay.Model;

namespace Hearsay.Lab.Language;

/// <summary>
/// Tokens and sentences from raw text, scored as in the CoNLL 2018 shared task: a token or sentence counts where both its ends are right, white space
/// left out.
/// </summary>
internal static class SegmentationScores
{
    /// <summary>The text of one document: sentences joined by spaces, paragraphs by an empty line.</summary>
    public static string RawText(IEnumerable<GoldSentence> document)
    {
        var text = new StringBuilder();
        foreach (var sentence in document)
        {
            if (text.Length > 0) text.Append(sentence.StartsParagraph ? "\n\n" : sentence.Words.Length > 0 ? " " : "");
            text.Append(sentence.Text);
        }

        return text.ToString();
    }

    public static Reading Read(string text, DeepReadings? deep = null) => LanguageReader.Read(new Article { Id = "gold", Text = text }, deep);

    public static (double Tokens, double Sentences) Score(List<GoldSentence> gold, bool print = false)
    {
        var (tokens, sentences) = (new Counts(), new Counts());
        foreach (var document in gold.GroupBy(s => s.Document))
        {
            var reading = Read(RawText(document));
            Compare(document, reading, tokens, sentences, print);
        }

        return (tokens.F1, sentences.F1);
    }

    private static void Compare(IEnumerable<GoldSentence> document, Reading reading, Counts tokens, Counts sentences, bool print)
    {
        var goldTokens = new HashSet<(int, int)>();
        var goldSentences = new Dictionary<(int, int), string>();
        var at = 0;
        foreach (var sentence in document)
        {
            var start = at;
            foreach (var word in sentence.Words)
            {
                var length = word.Form.Count(c => !Tokenizer.IsSpace(c));
                goldTokens.Add((at, at + length));
                at += length;
            }

            goldSentences[(start, at)] = sentence.Text;
        }

        var offsets = new int[reading.Text.Length + 1];
        for (var i = 0; i < reading.Text.Length; i++) offsets[i + 1] = offsets[i] + (Tokenizer.IsSpace(reading.Text[i]) ? 0 : 1);
        var systemTokens = reading.Tokens.Select(t => (offsets[t.Span.Start], offsets[t.Span.End])).ToHashSet();
        var systemSentences = reading.Sentences.ToDictionary(s => (offsets[s.Span.Start], offsets[s.Span.End]), s => s.Span.Of(reading.Text));
        tokens.Add(goldTokens.Count, systemTokens.Count, systemTokens.Count(goldTokens.Contains));
        sentences.Add(goldSentences.Count, systemSentences.Count, systemSentences.Keys.Count(goldSentences.ContainsKey));
        if (!print) return;
        foreach (var t in reading.Tokens.Where(t => !goldTokens.Contains((offsets[t.Span.Start], offsets[t.Span.End]))))
            Console.WriteLine(
                $"TOK {t.Form}\t{reading.Text[Math.Max(0, t.Span.Start - 12)..Math.Min(reading.Text.Length, t.Span.End + 12)].ReplaceLineEndings(" ")}"
            );
        foreach (var s in systemSentences.Where(s => !goldSentences.ContainsKey(s.Key)).OrderBy(s => s.Key))
            Console.WriteLine($"SENT {s.Value.ReplaceLineEndings(" ")}");
    }
}

/// <summary>Counts of gold, found and right things, and what follows from them.</summary>
internal sealed class Counts
{
    public int Gold { get; private set; }

    public int Found { get; private set; }

    public int Right { get; private set; }

    public double Precision => Found == 0 ? 0 : (double)Right / Found;

    public double Recall => Gold == 0 ? 0 : (double)Right / Gold;

    public double F1 => Gold + Found == 0 ? 0 : 2.0 * Right / (Gold + Found);

    public void Add(int gold, int found, int right) => (Gold, Found, Right) = (Gold + gold, Found + found, Right + right);
}
