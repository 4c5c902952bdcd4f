namespace Hearsay.Language;

/// <summary>
/// In: the names as the finder cut them. Out: the same, whole. Method: a name goes on over a hyphen that touches both sides ("Kim Dae-ho"), unless
/// what stands behind it makes an adjective of the name ("Quill-led"); a nickname between quotation marks joins the names at its sides (Otto “Bix”
/// Brandt); capitals with "&amp;" between them are one body ("Quill &amp; Brandt"). Limits: in small letters only syllables of up to
/// <see cref="LongestSyllable"/> letters, behind one of up to as many.
/// </summary>
internal sealed class WholeNames(Func<int, string> form, int count, Func<int, int, Hearsay.Text.TextSpan> span)
{
    private const int LongestSyllable = 6;

    /// <summary>Names in order, without overlap, as they came in.</summary>
    public List<Name> Of(List<Name> names)
    {
        var whole = new List<Name>();
        foreach (var name in names.Select(OverHyphen))
        {
            if (whole.Count > 0 && name.First < whole[^1].First + whole[^1].Count) continue;
            if (whole.Count > 0 && name.First == whole[^1].First + whole[^1].Count + 1 && form(name.First - 1) == "&")
            {
                whole[^1] = Joined(whole[^1].First, name) with { Type = NameType.Organisation };
                continue;
            }
            // The nickname itself may have been found as a name.
            var before = whole.FindLastIndex(whole.Count - 1, Math.Min(whole.Count, 2), w => QuotedBetween(w, name));
            if (before < 0) whole.Add(name);
            else
            {
                var joined = Joined(whole[before].First, name);
                whole.RemoveRange(before, whole.Count - before);
                whole.Add(joined);
            }
        }
        return whole;
    }

    /// <summary>The name with the parts that hyphens join to it; without a hyphen at its end where none is joined.</summary>
    private Name OverHyphen(Name name)
    {
        var last = name.First + name.Count - 1;
        if (form(last) == "-") last--;
        while (last + 2 < count && form(last + 1) == "-" && Touch(last, last + 2) && GoesOn(name, last, form(last + 2))) last += 2;
        if (last < name.First) return name;
        var given = last > name.First + name.Count - 1 && char.IsLower(form(last)[0]);
        return new Name(span(name.First, last - name.First + 1), name.First, last - name.First + 1, given ? NameType.Person : name.Type);
    }

    private bool GoesOn(Name name, int last, string next)
    {
        if (char.IsUpper(next[0])) return name.Type == NameType.Person;
        return last > name.First
            && name.Type is NameType.Person or NameType.Other
            && next.Length <= LongestSyllable
            && form(last).Length <= LongestSyllable
            && next.All(char.IsLower)
            && !Thesaurus.Is(next, WordSet.Compounding);
    }

    /// <summary>True where only a word or two between quotation marks stand between the two persons' names.</summary>
    private bool QuotedBetween(Name before, Name name)
    {
        var (first, last) = (before.First + before.Count, name.First - 1);
        if (before.Type != NameType.Person || name.Type != NameType.Person || last - first is < 2 or > 3 || !IsQuote(first) || !IsQuote(last)) return false;
        for (var i = first + 1; i < last; i++)
        {
            if (!char.IsUpper(form(i)[0])) return false;
        }
        return true;
    }

    private Name Joined(int first, Name name) =>
        new(span(first, name.First + name.Count - first), first, name.First + name.Count - first, NameType.Person);

    private bool IsQuote(int token) => token >= 0 && form(token) is "\"" or "“" or "”" or "''" or "``" or "'" or "‘" or "’";

    /// <summary>True where nothing stands between the words from one to the other.</summary>
    private bool Touch(int from, int to)
    {
        var letters = 0;
        for (var i = from; i <= to; i++) letters += form(i).Length;
        return span(from, to - from + 1).Length == letters;
    }
}
