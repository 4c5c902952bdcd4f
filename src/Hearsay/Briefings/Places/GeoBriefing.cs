using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Briefings.Places;

// A briefing document in, a map of it out: GeoJSON (RFC 7946), a feature for each place that a sentence of the briefing names, with these sentences
// and the words that they rest on.
// Method: places are the names that the reports' readings take for places; a sentence names one where a word for it stands in the sentence. Where
// a place lies comes from lists of countries, regions and cities; a city counts only where its country, or a part of it, is named in the story too,
// or where it is a great city that is alone in bearing its name.
// Limits: small towns, streets and whatever the lists do not have are features without a geometry.

/// <summary>Writes the places of a briefing document as GeoJSON.</summary>
public static class GeoBriefing
{
    private static JsonWriterOptions Options { get; } = new()
    {
        Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document's places as one FeatureCollection, ending with a line break.</summary>
    public static string Write(BriefingDocument document)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            foreach (var story in document.Stories)
            {
                var index = new StoryIndex(story);
                foreach (var place in NamedPlace.In(story)) WriteFeature(json, index, place);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteFeature(Utf8JsonWriter json, StoryIndex index, NamedPlace place)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WritePropertyName("geometry");
        if (place.Known is { } known)
        {
            json.WriteStartObject();
            json.WriteString("type", "Point");
            json.WriteStartArray("coordinates");
            json.WriteNumberValue(known.Longitude);
            json.WriteNumberValue(known.Latitude);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteStartObject("properties");
        json.WriteString("name", place.Name);
        json.WriteString("kind", place.Known?.Kind);
        json.WriteString("country", place.Known?.Country);
        json.WriteString("story", index.Story.Id);
        json.WriteString("storyTitle", index.Story.Title);
        json.WriteNumber("reports", place.Reports);
        json.WriteStartArray("said");
        foreach (var (section, sentence) in place.Said) WriteSaid(json, index, section, sentence);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSaid(Utf8JsonWriter json, StoryIndex index, string section, BriefingSentence sentence)
    {
        json.WriteStartObject();
        json.WriteString("section", section);
        json.WriteString("text", sentence.Text);
        json.WriteString("label", sentence.Label);
        json.WriteString("note", sentence.Note);
        json.WriteStartArray("citations");
        foreach (var citation in sentence.Citations)
        {
            var article = index.ReportOf(citation.ArticleId).Article;
            json.WriteStartObject();
            json.WriteString("articleId", article.Id);
            json.WriteString("outlet", index.OutletOf(article.Id));
            json.WriteString("url", article.Url);
            json.WriteNumber("start", citation.Span.Start);
            json.WriteNumber("length", citation.Span.Length);
            json.WriteString("text", citation.Span.Of(article.Text));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

/// <summary>A place of a story with the sentences of the briefing that name it.</summary>
/// <param name="Name">As it is known, else as the reports write it in full.</param>
/// <param name="Known">Where it lies; null where that is not known.</param>
/// <param name="Reports">How many reports name it.</param>
/// <param name="Said">The sentences, each once, with the heading they stand under.</param>
internal sealed record NamedPlace(string Name, KnownPlace? Known, int Reports, ImmutableArray<(string Section, BriefingSentence Sentence)> Said)
{
    /// <summary>The places of which something is said, those that most reports name first.</summary>
    public static IEnumerable<NamedPlace> In(StoryBriefing briefing)
    {
        var named = briefing.Story.Reports
            .SelectMany(r => r.Names.Where(n => n.Type == NameType.Place).Select(n => (Report: r.Article, Name: n)))
            .ToList();
        var countries = named.Select(n => KnownPlace.LargeOf(n.Name.Canonical)?.Country).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var sentences = briefing.Sections.Where(s => s.Kind != SectionKind.Sources)
            .SelectMany(s => s.Sentences.Select(x => (s.Heading, Sentence: x)))
            .DistinctBy(x => x.Sentence.Text, StringComparer.Ordinal)
            .ToList();
        return named
            .Select(n => (n.Report, n.Name, Known: KnownPlace.Find(n.Name.Canonical, countries)))
            .GroupBy(n => n.Known?.Name ?? n.Name.Canonical, StringComparer.Ordinal)
            .Select(g => new NamedPlace(
                g.Key, g.First().Known, g.Select(n => n.Report.Id).Distinct(StringComparer.Ordinal).Count(),
                [.. Naming(sentences, [.. g.SelectMany(n => n.Name.Mentions.Select(m => m.Of(n.Report.Text)).Append(n.Name.Canonical)).Distinct()])]
            ))
            .Where(p => p.Said.Length > 0)
            .OrderByDescending(p => p.Reports).ThenBy(p => p.Name, StringComparer.Ordinal);
    }

    private static IEnumerable<(string, BriefingSentence)> Naming(List<(string, BriefingSentence Sentence)> sentences, List<string> words) =>
        sentences.Where(s => words.Exists(w => Stands(w, s.Sentence.Text)));

    private static bool Stands(string word, string text)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return true;
        }

        return false;
    }
}
