using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Statements;

namespace Hearsay.Briefings.Json;

/// <summary>One entry of <c>articles</c>: a report with the statements drawn from it.</summary>
internal static class JsonArticle
{
    public static void Write(JsonFields to, Report report)
    {
        var article = report.Article;
        to.Json.WriteStartObject();
        WritePublication(to, article);
        to.Word("readAs", report.ReadAs);
        to.Json.WriteString("text", article.Text);
        to.Array("dropped", article.Dropped, dropped => WriteDropped(to, dropped));
        to.Array("attributions", report.Attributions, attribution => WriteAttribution(to, attribution, article.Text));
        to.Array("times", report.Times, time => WriteTime(to, time, article.Text));
        to.Array("figures", report.Figures, figure => WriteFigure(to, figure, article.Text));
        to.Json.WriteEndObject();
    }

    private static void WritePublication(JsonFields to, Article article)
    {
        to.Json.WriteString("id", article.Id);
        to.Json.WriteString("path", article.Path);
        to.Json.WriteString("url", article.Url);
        to.Json.WriteString("outlet", article.Outlet);
        WritePublisher(to, KnownOutlet.Of(article));
        to.Json.WriteString("headline", article.Headline);
        to.Strings("byline", article.Byline);
        to.Json.WriteString("language", article.Language);
        to.Json.WriteString("published", article.Published.Value);
        to.Word("publishedBasis", article.Published.Basis);
        to.Json.WriteString("publishedWords", article.Published.Words);
        to.Array("publishedEvidence", article.Published.Evidence, to.CitationValue);
        to.Strings("credits", article.Credits);
        to.Array("datelines", article.Datelines, dateline => WriteDateline(to, dateline));
    }

    private static void WritePublisher(JsonFields to, KnownOutlet? publisher)
    {
        to.Json.WritePropertyName("publisher");
        if (publisher is null)
        {
            to.Json.WriteNullValue();
            return;
        }

        to.Json.WriteStartObject();
        to.Json.WriteString("name", publisher.Name);
        to.Json.WriteString("country", publisher.Country);
        to.Json.WriteString("owner", publisher.Owner);
        to.Json.WriteString("kind", publisher.Kind);
        to.Json.WriteEndObject();
    }

    private static void WriteDateline(JsonFields to, Dateline dateline)
    {
        to.Json.WriteStartObject();
        to.Json.WriteString("place", dateline.Place);
        to.Json.WriteString("agency", dateline.Agency);
        to.Json.WriteEndObject();
    }

    private static void WriteDropped(JsonFields to, DroppedText dropped)
    {
        to.Json.WriteStartObject();
        to.Word("kind", dropped.Kind);
        to.Json.WriteString("text", dropped.Text);
        to.Json.WriteEndObject();
    }

    private static void WriteAttribution(JsonFields to, Attribution attribution, string text)
    {
        to.Json.WriteStartObject();
        to.Json.WriteString("id", attribution.Id);
        to.Word("kind", attribution.Kind);
        to.Json.WriteString("pattern", attribution.Pattern);
        to.Span("source", attribution.Source, text);
        to.Span("cue", attribution.Cue, text);
        to.Array("content", attribution.Content, span => to.SpanValue(span, text));
        to.Json.WriteString("speaker", attribution.Speaker ?? (attribution.IsNobodys ? "unspecified" : null));
        WriteSpeakerSet(to, attribution.SpeakerSet);
        to.Word("force", attribution.Force);
        to.Json.WriteBoolean("negated", attribution.Negated);
        to.Word("response", attribution.Response);
        to.Json.WriteEndObject();
    }

    private static void WriteSpeakerSet(JsonFields to, SetSpeaker? set)
    {
        to.Json.WritePropertyName("speakerSet");
        if (set is null)
        {
            to.Json.WriteNullValue();
            return;
        }

        to.Json.WriteStartObject();
        to.Json.WriteString("read", set.Read);
        to.Json.WriteString("by", set.By);
        to.Json.WriteEndObject();
    }

    private static void WriteTime(JsonFields to, TimeExpression time, string text)
    {
        to.Json.WriteStartObject();
        to.Span("span", time.Span, text);
        to.Json.WriteString("value", time.Value);
        to.Json.WriteEndObject();
    }

    private static void WriteFigure(JsonFields to, Figure figure, string text)
    {
        to.Json.WriteStartObject();
        to.Json.WriteString("id", figure.Id);
        to.Span("span", figure.Span, text);
        to.Number("low", figure.Low);
        to.Number("high", figure.High);
        to.Word("qualifier", figure.Qualifier);
        to.Json.WriteString("unit", figure.Unit);
        to.Json.WriteString("counted", figure.Counted);
        to.Json.WriteString("where", figure.Where);
        to.Json.WriteString("asOf", figure.AsOf);
        to.Json.WriteString("accordingTo", figure.AccordingTo);
        to.Json.WriteEndObject();
    }
}
