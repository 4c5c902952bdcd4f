namespace Hearsay.Statements.Figures;

/// <summary>Singular and plural of English nouns, by rule.</summary>
internal static class NounForms
{
    private static readonly (string Singular, string Plural)[] Irregular =
    [
        ("person", "people"), ("man", "men"), ("woman", "women"), ("child", "children"), ("foot", "feet"), ("tooth", "teeth"), ("goose", "geese"),
        ("mouse", "mice"), ("life", "lives"), ("wife", "wives"), ("knife", "knives"),
        ("wolf", "wolves"), ("thief", "thieves"), ("leaf", "leaves"), ("half", "halves"), ("crisis", "crises"), ("analysis", "analyses"),
        ("hypothesis", "hypotheses"), ("criterion", "criteria"), ("phenomenon", "phenomena"),
        ("aircraft", "aircraft"), ("spacecraft", "spacecraft"), ("series", "series"), ("species", "species"), ("sheep", "sheep"), ("fish", "fish"),
        ("police", "police"), ("personnel", "personnel"), ("staff", "staff"), ("cattle", "cattle"), ("headquarters", "headquarters"),
        ("virus", "viruses"), ("bus", "buses"), ("gas", "gases"), ("lens", "lenses"), ("campus", "campuses"), ("bonus", "bonuses"),
        ("status", "statuses"), ("movie", "movies"), ("tie", "ties"), ("news", "news"), ("crossroads", "crossroads"),
        ("cache", "caches"), ("ache", "aches"), ("shoe", "shoes"), ("toe", "toes"), ("house", "houses"), ("horse", "horses"), ("case", "cases"),
        ("base", "bases"), ("course", "courses"), ("nurse", "nurses"), ("phase", "phases"), ("release", "releases"), ("increase", "increases"),
        ("purchase", "purchases"),
    ];

    /// <summary>The singular, in lower case.</summary>
    public static string Singular(string noun)
    {
        var word = noun.ToLowerInvariant();
        foreach (var (singular, plural) in Irregular)
            if (word == plural) return singular;
        foreach (var (singular, plural) in Irregular)
            if (
                singular.Length >= 3
                && singular is not ("tie" or "ache" or "toe" or "man" or "bus" or "gas")
                && word.EndsWith(plural, StringComparison.Ordinal)
            )
                return word[..^plural.Length] + singular;
        if (word.EndsWith("men", StringComparison.Ordinal) && word.Length > 4) return word[..^2] + "an";
        if (
            word.Length <= 2
            || word[^1] != 's'
            || word.EndsWith("ss", StringComparison.Ordinal)
            || word.EndsWith("us", StringComparison.Ordinal)
            || word.EndsWith("is", StringComparison.Ordinal)
        )
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4) return word[..^3] + "y";
        return
            word.EndsWith("sses", StringComparison.Ordinal)
            || word.EndsWith("shes", StringComparison.Ordinal)
            || word.EndsWith("ches", StringComparison.Ordinal)
            || word.EndsWith("xes", StringComparison.Ordinal)
            || word.EndsWith("zzes", StringComparison.Ordinal)
            || word.EndsWith("oes", StringComparison.Ordinal)
            ? word[..^2] : word[..^1];
    }

    /// <summary>The plural of a singular in lower case.</summary>
    public static string Plural(string noun)
    {
        foreach (var (singular, plural) in Irregular)
            if (noun == singular) return plural;
        if (noun.EndsWith("man", StringComparison.Ordinal) && noun != "human" && noun != "german") return noun[..^2] + "en";
        if (noun.Length > 1 && noun[^1] == 'y' && noun[^2] is not ('a' or 'e' or 'i' or 'o' or 'u')) return noun[..^1] + "ies";
        return
            noun.EndsWith('s')
            || noun.EndsWith('x')
            || noun.EndsWith("sh", StringComparison.Ordinal)
            || noun.EndsWith("ch", StringComparison.Ordinal)
            || noun.EndsWith('z')
            ? noun + "es"
            : noun + "s";
    }
}
