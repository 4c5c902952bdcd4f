using Hearsay.Briefings.Sections;
using Hearsay.Copies;
using Hearsay.Reconciliation;

namespace Hearsay.Briefings.Json;

/// <summary>One entry of <c>stories</c>: what the reports of one event say, compared, and the briefing written from it.</summary>
internal static class JsonStory
{
    public static void Write(JsonFields to, StoryBriefing briefing)
    {
        var (story, provenance, findings) = (briefing.Story, briefing.Provenance, briefing.Findings);
        to.Json.WriteStartObject();
        to.Json.WriteString("id", story.Id);
        to.Json.WriteString("title", story.Title);
        to.Strings("articleIds", [.. story.Reports.Select(r => r.Article.Id)]);
        to.Strings("why", story.Why);
        to.Array("origins", provenance.Origins, origin => WriteOrigin(to, origin));
        to.Array("sharedPassages", provenance.Passages, passage => WritePassage(to, passage));
        to.Array("figureSeries", findings.FigureSeries, series => WriteSeries(to, series));
        var place = 0;
        to.Array("quoteGroups", findings.QuoteGroups, quote => WriteQuote(to, quote, QuoteSection.IdOf(place++)));
        to.Array("claims", findings.Claims, claim => WriteClaim(to, claim));
        to.Array("responses", findings.Responses, response => WriteResponse(to, response));
        to.Array("timeline", findings.Timeline, entry => WriteEntry(to, entry));
        to.Array("briefing", briefing.Sections, section => WriteSection(to, section));
        to.Json.WriteEndObject();
    }

    private static void WriteOrigin(JsonFields to, Origin origin)
    {
        to.Json.WriteStartObject();
        to.Json.WriteString("origin", origin.Name);
        to.Strings("articleIds", origin.ArticleIds);
        to.Json.WriteString("why", origin.Why);
        to.Json.WriteBoolean("known", origin.Known);
        to.Json.WriteEndObject();
    }

    private static void WritePassage(JsonFields to, SharedPassage passage)
    {
        to.Json.WriteStartObject();
        to.Array("spans", [passage.First, passage.Second], to.CitationValue);
        to.Json.WriteEndObject();
    }

    private static void WriteSeries(JsonFields to, FigureSeries series)
    {
        to.Json.WriteStartObject();
        to.Json.WriteString("id", series.Id);
        to.Json.WriteString("question", series.Question);
        to.Word("verdict", series.Verdict);
        to.Strings("figureIds", series.FigureIds);
        to.Json.WriteString("note", series.Note);
        to.Json.WriteNumber("independentOrigins", series.IndependentOrigins);
        to.Json.WriteBoolean("isWhole", series.IsWhole);
        to.Json.WriteBoolean("isPinned", series.IsPinned);
        to.Json.WriteEndObject();
    }

    private static void WriteQuote(JsonFields to, QuoteGroup quote, string id)
    {
        to.Json.WriteStartObject();
        to.Json.WriteString("id", id);
        to.Json.WriteString("speaker", quote.Speaker);
        to.Strings("otherSpeakers", quote.OtherSpeakers);
        to.Json.WriteString("canonical", quote.Canonical);
        to.Array("variants", quote.Variants, variant => WriteVariant(to, variant));
        to.Json.WriteEndObject();
    }

    private static void WriteVariant(JsonFields to, QuoteVariant variant)
    {
        to.Json.WriteStartObject();
        to.Citation("span", variant.Span);
        to.Word("alteration", variant.Alteration);
        to.Json.WriteEndObject();
    }

    private static void WriteClaim(JsonFields to, Claim claim)
    {
        to.Json.WriteStartObject();
        to.Json.WriteString("id", claim.Id);
        to.Json.WriteString("text", claim.Text);
        to.Json.WriteBoolean("isClause", claim.IsClause);
        to.Strings("accordingTo", claim.AccordingTo);
        to.Array("support", claim.Support, to.CitationValue);
        to.Array("partial", claim.Partial, to.CitationValue);
        to.Json.WriteNumber("outlets", claim.Outlets);
        to.Json.WriteNumber("independentOrigins", claim.IndependentOrigins);
        to.Json.WriteNumber("lead", claim.Lead);
        to.Json.WriteNumber("weight", claim.Weight);
        to.Json.WriteEndObject();
    }

    private static void WriteResponse(JsonFields to, Response response)
    {
        to.Json.WriteStartObject();
        to.Json.WriteString("to", response.To);
        to.Json.WriteString("by", response.By);
        to.Word("state", response.State);
        to.Citation("span", response.Span);
        to.Json.WriteEndObject();
    }

    private static void WriteEntry(JsonFields to, TimelineEntry entry)
    {
        to.Json.WriteStartObject();
        to.Json.WriteString("date", entry.Date);
        to.Json.WriteString("text", entry.Text);
        to.Array("support", entry.Support, to.CitationValue);
        to.Json.WriteEndObject();
    }

    private static void WriteSection(JsonFields to, BriefingSection section)
    {
        to.Json.WriteStartObject();
        to.Word("kind", section.Kind);
        to.Json.WriteString("heading", section.Heading);
        to.Array("sentences", section.Sentences, sentence => WriteSentence(to, sentence));
        to.Json.WriteEndObject();
    }

    private static void WriteSentence(JsonFields to, BriefingSentence sentence)
    {
        to.Json.WriteStartObject();
        to.Json.WriteString("text", sentence.Text);
        to.Json.WriteString("label", sentence.Label);
        to.Json.WriteString("note", sentence.Note);
        to.Number("reports", sentence.Reports);
        to.Number("independent", sentence.Independent);
        to.Word("length", sentence.Length);
        to.Json.WriteString("finding", sentence.Finding);
        to.Array("citations", sentence.Citations, to.CitationValue);
        to.Array("partial", sentence.Partial, to.CitationValue);
        to.Json.WriteEndObject();
    }
}
