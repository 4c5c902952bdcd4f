using Hearsay.Statements.Figures;

namespace Hearsay.Lab.Figures;

/// <summary>
/// Names of units as corpora write them ("dollar per barrel", "mile per hour", "european country"), brought to the names that the engine uses, so
/// that the two can be compared.
/// </summary>
internal static class UnitNames
{
    /// <summary>The engine's name of the unit; the words themselves where they name what is counted; empty for no unit.</summary>
    public static string Canonical(string unit)
    {
        var name = unit.Trim().ToLowerInvariant();
        if (name is "" or "-") return "";
        if (name is "percentage" or "%" or "percent") return "percent";
        if (name is "count") return "times";
        if (name.StartsWith("% ", StringComparison.Ordinal)) return "share";
        if (name is "year of age" or "age") return "age";
        var words = new LexemeList(name);
        if (UnitTable.At(words, 0) is var (measure, measureEnd) && measureEnd == words.Count) return measure.Name;
        var parts = name.Split(" per ", 2);
        if (parts.Length == 1) return One(name);
        return $"{One(parts[0])}/{parts[1]}";
    }

    private static string One(string name)
    {
        if (name == "percentage") return "percent";
        var text = new LexemeList(name);
        if (Currencies.After(text, 0) is var (iso, end) && end == text.Count) return iso;
        if (name == "danish krone") return "DKK";
        return UnitTable.At(text, 0) is var (unit, unitEnd) && unitEnd == text.Count ? unit.Name : name;
    }
}
