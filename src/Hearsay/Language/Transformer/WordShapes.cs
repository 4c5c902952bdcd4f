namespace Hearsay.Language.Transformer;

/// <summary>How a word is written, of which an uncased encoder sees nothing.</summary>
internal static class WordShapes
{
    /// <summary>So many shapes; 0 is that of the marks around a sentence.</summary>
    public const int Count = 9;

    /// <summary>
    /// 1 small letters, 2 a capital first, 3 capitals only, 4 one capital alone (also with a point), 5 capitals inside, 6 a digit first, 7 a mark,
    /// 8 other letters (that have no case).
    /// </summary>
    public static int Of(string form)
    {
        var (upper, lower, letters) = (0, 0, 0);
        foreach (var c in form)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (char.IsUpper(c)) upper++;
            else if (char.IsLower(c)) lower++;
        }

        if (form.Length > 0 && char.IsDigit(form[0])) return 6;
        if (letters == 0) return 7;
        if (upper == 0) return lower > 0 ? 1 : 8;
        if (lower == 0) return upper == 1 && letters == 1 ? 4 : 3;
        return char.IsUpper(form[0]) && upper == 1 ? 2 : 5;
    }
}
