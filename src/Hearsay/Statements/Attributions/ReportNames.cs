using Hearsay.Cast;
using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>The names of a report: which of them are persons', and the fullest form of each.</summary>
internal sealed class ReportNames
{
    private readonly Words words;
    private readonly HashSet<string> surnames;

    public ReportNames(Words words)
    {
        this.words = words;
        Runs = words.Count == 0 ? [] : NameRuns.In(words, new TokenRange(0, words.Count - 1));
        surnames = [.. Runs.Where(n => n.IsPerson && n.Last != n.Text && IsNoPlace(n)).Select(n => n.Last)];
    }

    /// <summary>In the order of the text.</summary>
    public List<NameRun> Runs { get; }

    public bool IsPersonHere(NameRun name) => (name.IsPerson || surnames.Contains(name.Text)) && IsNoPlace(name);

    /// <summary>False for a name that the report's entities take for a place or a body.</summary>
    public bool IsNoPlace(NameRun name) =>
        words.Cast.At(name.Range.Last) is not { IsNamed: true, Type: not NameType.Person } other
        || SpeakerNames.WithoutTitle(other.Canonical) != other.Canonical;

    /// <summary>The fullest form of the name in the report: "Ruiz" and "Ana" become "Ana Ruiz", "HB" becomes "Harbour Board".</summary>
    public string Full(NameRun run)
    {
        var best = run.Text;
        if (run.Range.Count == 1)
        {
            var acronym = run.Text.Replace(".", "", StringComparison.Ordinal);
            foreach (var name in Runs)
            {
                if (name.Range.Count == 1) continue;
                if (name.Last == run.Text || (name.IsPerson && name.Text.StartsWith(run.Text + " ", StringComparison.Ordinal))) return name.Text;
                if (acronym.Length > 1 && acronym.All(char.IsUpper) && Initials(name.Text) == acronym) return name.Text;
            }
        }
        return best;
    }

    /// <summary>What an acronym stands for, where the report says; else the name itself.</summary>
    public string Spelled(string name) =>
        name.Length is > 1 and < 7 && name.All(char.IsUpper)
            ? Runs.Where(n => n.Range.Count > 1 && Initials(n.Text) == name).Select(n => n.Text).FirstOrDefault() ?? name
            : name;

    /// <summary>The last name before the token that has the noun among its words ("Arden Charity" for "charity"); null for a noun of many bodies.</summary>
    public string? WithNoun(string noun, int token) =>
        Thesaurus.Is(noun, WordSet.Shared)
            ? null
            : Runs.LastOrDefault(n =>
                n.Range.Last < token
                && n.Range.Count > 1
                && (!IsPersonHere(n) || n.Last.Equals(noun, StringComparison.OrdinalIgnoreCase))
                && n.Text.Split(' ').Contains(noun, StringComparer.OrdinalIgnoreCase)
            ).Text;

    private static string Initials(string name) => new([.. name.Split(' ').Where(w => char.IsUpper(w[0])).Select(w => w[0])]);
}
