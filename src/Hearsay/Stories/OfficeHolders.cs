using System.Collections.Immutable;
using Hearsay.Cast;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Statements.Attributions;
using Hearsay.Text;

namespace Hearsay.Stories;

/// <summary>Which persons of a story hold which office, and where a report says so.</summary>
internal sealed class OfficeHolders(ImmutableArray<Report> reports, PersonNames persons)
{
    private readonly ImmutableArray<(string Name, Called Office, Citation Where)> holders =
    [
        .. from report in reports
           from person in report.Cast
           where person is { IsNamed: true, Type: NameType.Person }
           let name = persons.Named(SpeakerNames.WithoutTitle(person.Canonical))
           where name is not null
           from office in person.Roles
           select (name, office, new Citation(report.Article.Id, office.Where)),
    ];

    /// <summary>
    /// The one person of the story who holds the office that somebody without a name is called by in <paramref name="source"/>, and where a report
    /// says so; null for none, for several, and for what is no single office.
    /// </summary>
    public (string Name, Citation Where)? Of(Participant nameless, string source)
    {
        if (nameless.IsNamed || nameless.IsMany || nameless.Type != NameType.Person || nameless.Roles is not [var called, ..] || !called.TellsOne(source)) return null;
        var fitting = holders.Where(h => h.Office.Answers(called)).ToList();
        return fitting.Count > 0 && fitting.TrueForAll(h => h.Name == fitting[0].Name) ? (fitting[0].Name, fitting[0].Where) : null;
    }

    /// <summary>The one country that the person's offices are of ("the Norland leader Odo Brandt"); null where none or several are told.</summary>
    public string? CountryOf(string person)
    {
        var countries = holders
            .Where(h => h.Name == person && Thesaurus.Is(h.Office.Noun, WordSet.Leader | WordSet.Title))
            .SelectMany(h => h.Office.Words)
            .Select(OneWord.CountryName)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return countries is [var only] ? only : null;
    }
}
