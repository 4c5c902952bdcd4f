using System.Collections.Immutable;
using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>The paragraphs of a text: what stands between empty lines, without the white space around it.</summary>
internal static class Paragraphs
{
    public static ImmutableArray<TextSpan> Of(string text)
    {
        var all = ImmutableArray.CreateBuilder<TextSpan>();
        var i = 0;
        while (i < text.Length)
        {
            var start = i;
            var breaks = 0;
            var end = start;
            while (i < text.Length && breaks < 2)
            {
                if (text[i] == '\u2029') breaks = 2;
                else if (text[i] == '\n') breaks++;
                else if (!Tokenizer.IsSpace(text[i])) (breaks, end) = (0, i + 1);
                i++;
            }

            while (start < end && Tokenizer.IsSpace(text[start])) start++;
            if (end > start) all.Add(TextSpan.Between(start, end));
        }

        return all.ToImmutable();
    }
}
