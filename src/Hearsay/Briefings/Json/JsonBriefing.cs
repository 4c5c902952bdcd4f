using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hearsay.Model;
using Hearsay.Stories;

namespace Hearsay.Briefings.Json;

// A briefing document in, its JSON out: the product's public contract, described by docs/briefing.schema.json.
// Method: fields are written one after the other in a fixed order, so the same document gives the same bytes; a field that is not
// known is written as null, never left out. Every span carries the words it cuts out, so that a reader can check it (`hearsay verify`).
// Limits: the whole document is held in memory once as UTF-8; half a surrogate pair in a report's text becomes U+FFFD.

/// <summary>Writes a briefing document as JSON.</summary>
public static class JsonBriefing
{
    /// <summary>The version of the contract, in <c>schemaVersion</c>: it changes when a field changes its meaning or goes away.</summary>
    public const string SchemaVersion = "2";

    /// <summary>The document as JSON, indented, ending with a line break. Quotes, accents and other scripts stay readable.</summary>
    public static string Write(BriefingDocument document)
    {
        var texts = document.Reports.ToDictionary(r => r.Article.Id, r => r.Article.Text, StringComparer.Ordinal);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            WriteDocument(new JsonFields(json, texts), document);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>A story's briefing as it was written, with the thread that the story is a part of now; null where it is of none.</summary>
    public static string Threaded(string briefing, StoryThread? thread)
    {
        ImmutableArray<StoryThread> threads = thread is null ? [] : [thread];
        using var document = JsonDocument.Parse(briefing);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            var to = new JsonFields(json, ImmutableDictionary<string, string>.Empty);
            json.WriteStartObject();
            foreach (var field in document.RootElement.EnumerateObject())
            {
                if (field.NameEquals("threads")) to.Array("threads", threads, t => WriteThread(to, t));
                else field.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static JsonWriterOptions Options { get; } = new()
    {
        Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static void WriteDocument(JsonFields to, BriefingDocument document)
    {
        to.Json.WriteStartObject();
        to.Json.WriteString("schemaVersion", SchemaVersion);
        to.Array("articles", document.Reports, report => JsonArticle.Write(to, report));
        to.Array("stories", document.Stories, story => JsonStory.Write(to, story));
        to.Array("threads", document.Threads, thread => WriteThread(to, thread));
        to.Array("failures", document.Failures, failure => WriteFailure(to, failure));
        to.Json.WriteEndObject();
    }

    private static void WriteThread(JsonFields to, StoryThread thread)
    {
        to.Json.WriteStartObject();
        to.Json.WriteString("id", thread.Id);
        to.Json.WriteString("title", thread.Title);
        to.Strings("storyIds", [.. thread.Stories.Select(s => s.Id)]);
        to.Json.WriteEndObject();
    }

    private static void WriteFailure(JsonFields to, Failure failure)
    {
        to.Json.WriteStartObject();
        to.Json.WriteString("path", failure.Path);
        to.Json.WriteString("reason", failure.Reason);
        to.Json.WriteEndObject();
    }
}
