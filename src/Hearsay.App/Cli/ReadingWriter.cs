using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hearsay.Cast;
using Hearsay.Language;

namespace Hearsay.App.Cli;

/// <summary>A reading as CoNLL-U, JSON, a page, or lines for a terminal.</summary>
internal static class ReadingWriter
{
    private static readonly string[] NameTags = ["PER", "ORG", "LOC", "MISC"];
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// CoNLL-U (https://universaldependencies.org/format.html); MISC holds SpaceAfter, Start and End (UTF-16 offsets) and NER (IOB2).
    /// </summary>
    public static string Conllu(Reading reading)
    {
        var names = NameTagOf(reading);
        var text = new StringBuilder();
        foreach (var sentence in reading.Sentences)
        {
            text.Append(CultureInfo.InvariantCulture, $"# sent_id = {sentence.Index + 1}\n# text = {OneLine(sentence.Span.Of(reading.Text))}\n");
            for (var i = sentence.First; i < sentence.First + sentence.Count; i++)
            {
                var token = reading.Tokens[i];
                var features = string.IsNullOrEmpty(token.Features) ? "_" : token.Features;
                var head = token.Head < 0 ? 0 : token.Head - sentence.First + 1;
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{i - sentence.First + 1}\t{token.Form}\t{token.Lemma}\t{token.Tag.ToString().ToUpperInvariant()}\t_\t{features}\t{head}\t{token.Relation}\t_\t"
                );
                var glued = i + 1 < reading.Tokens.Length && reading.Tokens[i + 1].Span.Start == token.Span.End;
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{(glued ? "SpaceAfter=No|" : "")}Start={token.Span.Start}|End={token.Span.End}|NER={names[i]}\n"
                );
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Every layer, spans as start and length.</summary>
    public static string Json(Reading reading)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteString("text", reading.Text);
            json.WriteStartArray("sentences");
            foreach (var sentence in reading.Sentences) WriteSentence(json, reading, sentence);
            json.WriteEndArray();
            json.WriteStartArray("names");
            foreach (var name in reading.Names) WriteSpan(json, reading, name.Span, "type", NameTags[(int)name.Type]);
            json.WriteEndArray();
            json.WriteStartArray("quotations");
            foreach (var quotation in reading.Quotations) WriteSpan(json, reading, quotation.Span, "closed", quotation.Closed ? "yes" : "no");
            json.WriteEndArray();
            json.WriteStartArray("entities");
            foreach (var entity in CastReader.Read(reading).All) WriteEntity(json, reading, entity);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>One line a word: number, word, lemma, tag, head, relation; names and quotations under the sentence.</summary>
    public static string Terminal(Reading reading)
    {
        var text = new StringBuilder();
        var cast = CastReader.Read(reading);
        foreach (var sentence in reading.Sentences)
        {
            text.Append(CultureInfo.InvariantCulture, $"{sentence.Index + 1}. {OneLine(sentence.Span.Of(reading.Text))}\n");
            for (var i = sentence.First; i < sentence.First + sentence.Count; i++)
            {
                var token = reading.Tokens[i];
                var head = token.Head < 0 ? "" : reading.Tokens[token.Head].Form;
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"   {i - sentence.First + 1, 3} {token.Form, -18} {token.Lemma, -18} {token.Tag.ToString().ToLowerInvariant(), -6} {token.Relation, -14} {head}\n"
                );
            }

            foreach (var name in reading.Names.Where(n => reading.Tokens[n.First].Sentence == sentence.Index))
            {
                var entity = cast.At(name.First);
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"       {NameTags[(int)name.Type]} {name.Span.Of(reading.Text)}{(entity is null ? "" : $" = {entity.Canonical}")}\n"
                );
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A page of its own: the text with names marked, the words' analysis on hovering, the entities below.</summary>
    public static string Html(Reading reading)
    {
        var tags = NameTagOf(reading);
        var html = new StringBuilder(
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>A reading</title><style>body{font:1rem/1.6 serif;max-width:42rem;margin:2rem auto;padding:0 1rem}mark{background:#e8eefc}mark.PER{background:#fde9d9}mark.ORG{background:#e3f1e1}</style></head><body>\n"
        );
        var paragraph = -1;
        foreach (var sentence in reading.Sentences)
        {
            if (sentence.Paragraph != paragraph) html.Append(paragraph < 0 ? "<p>" : "</p>\n<p>");
            paragraph = sentence.Paragraph;
            for (var i = sentence.First; i < sentence.First + sentence.Count; i++)
            {
                var token = reading.Tokens[i];
                var title =
                    $"{token.Tag.ToString().ToUpperInvariant()} {token.Lemma} · {token.Relation}{(token.Head < 0 ? "" : " of " + reading.Tokens[token.Head].Form)}";
                var element = tags[i] == "O" ? "span" : $"mark class=\"{tags[i][2..]}\"";
                html.Append(
                    CultureInfo.InvariantCulture,
                    $"<{element} title=\"{WebUtility.HtmlEncode(title)}\">{WebUtility.HtmlEncode(token.Form)}</{element.Split(' ')[0]}>"
                );
                if (i + 1 < reading.Tokens.Length && reading.Tokens[i + 1].Span.Start > token.Span.End) html.Append(' ');
            }
        }

        html.Append("</p>\n<ul>\n");
        foreach (var entity in CastReader.Read(reading).All.Where(e => e.IsNamed))
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<li>{WebUtility.HtmlEncode(entity.Canonical)}: {WebUtility.HtmlEncode(string.Join(", ", entity.Mentions.Select(m => OneLine(m.Span.Of(reading.Text)))))}</li>\n"
            );
        }

        return html.Append("</ul></body></html>\n").ToString();
    }

    private static string[] NameTagOf(Reading reading)
    {
        var tags = new string[reading.Tokens.Length];
        Array.Fill(tags, "O");
        foreach (var name in reading.Names)
        {
            for (var i = name.First; i < name.First + name.Count; i++) tags[i] = (i == name.First ? "B-" : "I-") + NameTags[(int)name.Type];
        }

        return tags;
    }

    private static void WriteSentence(Utf8JsonWriter json, Reading reading, Sentence sentence)
    {
        json.WriteStartObject();
        json.WriteNumber("start", sentence.Span.Start);
        json.WriteNumber("length", sentence.Span.Length);
        json.WriteStartArray("tokens");
        for (var i = sentence.First; i < sentence.First + sentence.Count; i++)
        {
            var token = reading.Tokens[i];
            json.WriteStartObject();
            json.WriteNumber("start", token.Span.Start);
            json.WriteNumber("length", token.Span.Length);
            json.WriteString("text", token.Form);
            json.WriteString("lemma", token.Lemma);
            json.WriteString("upos", token.Tag.ToString().ToUpperInvariant());
            json.WriteString("features", token.Features);
            json.WriteNumber("head", token.Head < 0 ? 0 : token.Head - sentence.First + 1);
            json.WriteString("relation", token.Relation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, Reading reading, Hearsay.Text.TextSpan span, string key, string value)
    {
        json.WriteStartObject();
        json.WriteNumber("start", span.Start);
        json.WriteNumber("length", span.Length);
        json.WriteString("text", span.Of(reading.Text));
        json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static void WriteEntity(Utf8JsonWriter json, Reading reading, Participant entity)
    {
        json.WriteStartObject();
        json.WriteString("canonical", entity.Canonical);
        json.WriteString("type", NameTags[(int)entity.Type]);
        json.WriteString("role", entity.Role);
        json.WriteStartArray("mentions");
        foreach (var mention in entity.Mentions) WriteSpan(json, reading, mention.Span, "kind", mention.Kind.ToString().ToLowerInvariant());
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
