using System.Collections.Immutable;
using Hearsay.Text;

namespace Hearsay.Pages;

/// <summary>
/// Sentence ends good enough to tell furniture from text (the Language stage does it properly, and comes later):
/// a final mark, closing quotation marks, a space, then no lower case; not after a title, an initial or another short form.
/// </summary>
internal static class RoughSentences
{
    private const string Ends = ".?!…";

    private static readonly string[] ShortForms =
        [
            "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Gen", "Col", "Lt", "Sgt", "Capt", "Maj", "Cmdr", "Adm", "Gov", "Sen", "Rep", "Rev", "Hon", "Jr", "Sr",
            "Inc", "Ltd", "Co", "Corp", "No", "vs", "etc", "al",
         "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Pa", "Calif", "Fla", "Mass", "Conn", "Va", "Md", "Ill",
         "Mich", "Minn", "Wis", "Wash", "Ore", "Ariz", "Colo", "Tenn", "Ga", "Ala", "La", "Miss",
     ];

    /// <summary>The sentences of a paragraph, together covering all its words, in order.</summary>
    public static ImmutableArray<TextSpan> Of(string paragraph)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var start = 0;
        for (var i = paragraph.AsSpan().IndexOfAny(Ends); i >= 0; i = Next(paragraph, i + 1))
        {
            var end = i + 1;
            while (end < paragraph.Length && "\"'”’)]».?!…".Contains(paragraph[end])) end++;
            if (
                end + 1 >= paragraph.Length
                || paragraph[end] != ' '
                || char.IsLower(paragraph[end + 1])
                || (paragraph[i] == '.' && end == i + 1 && IsShortForm(paragraph, i))
            )
                continue;
            spans.Add(TextSpan.Between(start, end));
            start = end + 1;
            i = end;
        }
        if (start < paragraph.Length) spans.Add(TextSpan.Between(start, paragraph.Length));
        return spans.ToImmutable();
    }

    private static int Next(string paragraph, int from) =>
        from < paragraph.Length && paragraph.AsSpan(from).IndexOfAny(Ends) is >= 0 and var at ? from + at : -1;

    private static bool IsShortForm(string paragraph, int dot)
    {
        var start = dot;
        while (start > 0 && dot - start < 8 && char.IsLetter(paragraph[start - 1])) start--;
        var word = paragraph.AsSpan(start, dot - start);
        if (word.Length == 1 && char.IsUpper(word[0])) return true;
        foreach (var form in ShortForms)
        {
            if (word.SequenceEqual(form)) return true;
        }
        return false;
    }
}
