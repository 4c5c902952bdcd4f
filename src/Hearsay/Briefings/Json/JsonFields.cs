using System.Collections.Immutable;
using System.Text.Json;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Briefings.Json;

/// <summary>The kinds of field that the contract is made of, over one writer and the texts that spans point into.</summary>
internal sealed class JsonFields(Utf8JsonWriter json, IReadOnlyDictionary<string, string> texts)
{
    public Utf8JsonWriter Json => json;

    /// <summary>An array whose items <paramref name="write"/> writes one by one.</summary>
    public void Array<T>(string name, ImmutableArray<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    public void Strings(string name, ImmutableArray<string> items) => Array(name, items, json.WriteStringValue);

    /// <summary>An enum in the contract's spelling: <c>DidNotRespond</c> is "did-not-respond".</summary>
    public void Word<T>(string name, T value)
        where T : struct, Enum => json.WriteString(name, JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    /// <summary>An enum or null.</summary>
    public void Word<T>(string name, T? value)
        where T : struct, Enum
    {
        if (value is { } known)
        {
            Word(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>A number without needless zeros, or null.</summary>
    public void Number(string name, decimal? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known / 1.0000000000000000000000000000m);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>A span of one report's text, or null.</summary>
    public void Span(string name, TextSpan? span, string text)
    {
        json.WritePropertyName(name);
        if (span is { } known)
        {
            SpanValue(known, text);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    public void SpanValue(TextSpan span, string text)
    {
        json.WriteStartObject();
        Cut(span, text);
        json.WriteEndObject();
    }

    public void Citation(string name, Citation citation)
    {
        json.WritePropertyName(name);
        CitationValue(citation);
    }

    public void CitationValue(Citation citation)
    {
        json.WriteStartObject();
        json.WriteString("articleId", citation.ArticleId);
        Cut(citation.Span, texts[citation.ArticleId]);
        json.WriteEndObject();
    }

    private void Cut(TextSpan span, string text)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("length", span.Length);
        json.WriteString("text", span.Of(text));
    }
}
