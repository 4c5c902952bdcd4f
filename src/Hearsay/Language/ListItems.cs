using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>Finds the items of a list that was run together on one line: "1) Bread 2) Milk", "• Bread • Milk", "a. Bread b. Milk".</summary>
internal static class ListItems
{
    /// <summary>Marks an end before each item but the first, where the paragraph begins with an item.</summary>
    public static void Mark(string text, List<TextSpan> tokens, int first, int count, bool[] ends)
    {
        var start = text[tokens[first].Start];
        if (PieceShapes.IsBullet(start))
        {
            for (var i = 1; i < count; i++)
            {
                if (text[tokens[first + i].Start] == start && tokens[first + i].Length == 1) ends[i - 1] = true;
            }
        }
        else if (Label(text, tokens, first, count, 0) is { Number: > 0 } label)
        {
            MarkNumbered(text, tokens, first, count, ends, label);
        }
    }

    private static void MarkNumbered(string text, List<TextSpan> tokens, int first, int count, bool[] ends, (int Number, char Mark, int Tokens) label)
    {
        var wanted = label.Number + 1;
        for (var j = 0; j < label.Tokens; j++) ends[j] = false;
        for (var i = label.Tokens; i < count; i++)
        {
            var found = Label(text, tokens, first, count, i);
            if (found.Number != wanted || found.Mark != label.Mark) continue;
            ends[i - 1] = true;
            for (var j = i; j < i + found.Tokens && j < count; j++) ends[j] = false;
            wanted++;
        }
    }

    /// <summary>
    /// The label at token <paramref name="i"/>: its number (a = 1), the last mark, how many tokens it has; number 0 where there is none.
    /// </summary>
    private static (int Number, char Mark, int Tokens) Label(string text, List<TextSpan> tokens, int first, int count, int i)
    {
        var span = tokens[first + i];
        var word = text.AsSpan(span.Start, span.Length);
        var own = word.Length > 1 && word[^1] is '.' or ')' ? word[^1] : '\0';
        var body = own == '\0' ? word : word[..^1];
        var number =
            body.Length is 1 or 2
            && int.TryParse(body, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n)
                ? n
            : body.Length == 1 && body[0] is >= 'a' and <= 'h' ? body[0] - 'a' + 1 : 0;
        if (number == 0) return default;
        var used = 1;
        while (
            i + used < count
            && used < 3
            && tokens[first + i + used].Start == tokens[first + i + used - 1].End
            && text[tokens[first + i + used].Start] is '.' or ')'
        )
        {
            own = text[tokens[first + i + used].End - 1];
            used++;
        }

        var spaced = i + used < count && tokens[first + i + used].Start > tokens[first + i + used - 1].End;
        return own != '\0' && spaced ? (number, own, used) : default;
    }
}
