using System.Collections.Immutable;
using Hearsay.Briefings;
using Hearsay.Briefings.Html;
using Hearsay.Briefings.Json;
using Hearsay.Briefings.Mail;
using Hearsay.Briefings.Markdown;
using Hearsay.Briefings.Places;
using Hearsay.Briefings.Tables;
using Hearsay.Briefings.Wiki;

namespace Hearsay.App.Forms;

/// <summary>A form in which a briefing is written to a file: the same for the command, the API and the desk.</summary>
/// <param name="Name">What it is asked for by, and how its files end.</param>
/// <param name="Said">What the desk calls it.</param>
/// <param name="MediaType">Without parameters.</param>
/// <param name="Write">Writes a document in it.</param>
internal sealed record BriefingForm(string Name, string Said, string MediaType, Func<BriefingDocument, string> Write)
{
    public static ImmutableArray<BriefingForm> All { get; } =
    [
        new("markdown", "Markdown", "text/markdown", MarkdownBriefing.Write),
        new("html", "Page (HTML)", "text/html", HtmlBriefing.Write),
        new("json", "JSON", "application/json", JsonBriefing.Write) { IsData = true },
        new("eml", "Mail (.eml)", "message/rfc822", MailBriefing.Write),
        new("figures.csv", "Figures (CSV)", "text/csv", BriefingTables.Figures) { IsData = true },
        new("claims.csv", "Claims (CSV)", "text/csv", BriefingTables.Claims) { IsData = true },
        new("geojson", "Places (GeoJSON)", "application/geo+json", GeoBriefing.Write) { IsData = true },
        new("wikitext", "Wikitext", "text/x-wiki", WikiBriefing.Write),
    ];

    /// <summary>True of a form for programs: it holds everything, whatever length is asked for.</summary>
    public bool IsData { get; private init; }

    /// <summary>Writes as much of the document as that length has.</summary>
    public string WriteAt(BriefingDocument document, BriefingLength length) => Write(IsData ? document : document.At(length));

    /// <summary>The length of that name, in any case; null where there is none.</summary>
    public static BriefingLength? LengthNamed(string name) =>
        Enum.GetValues<BriefingLength>().Where(l => string.Equals(l.ToString(), name, StringComparison.OrdinalIgnoreCase)).Select(l => (BriefingLength?)l).FirstOrDefault();

    /// <summary>The form of that name; null where there is none.</summary>
    public static BriefingForm? Named(string? name) => All.FirstOrDefault(f => f.Name == name);

    /// <summary>The names as a sentence lists them.</summary>
    public static string Names => $"{string.Join(", ", All[..^1].Select(f => f.Name))} or {All[^1].Name}";

    /// <summary>Its media type with the encoding.</summary>
    public string ContentType => MediaType.StartsWith("text/", StringComparison.Ordinal) ? MediaType + "; charset=utf-8" : MediaType;

    /// <summary>The name of a file in this form.</summary>
    public string FileName(string title)
    {
        var words = string.Join('-', new string([.. title.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8));
        return $"{(words.Length == 0 ? "briefing" : words)}.{Name switch { "markdown" => "md", "wikitext" => "wiki", _ => Name }}";
    }
}
