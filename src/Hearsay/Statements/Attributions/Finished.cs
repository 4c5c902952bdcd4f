using System.Collections.Immutable;
using Hearsay.Cast;
using Hearsay.Language;
using Hearsay.Text;

namespace Hearsay.Statements.Attributions;

/// <summary>Drafts in, attributions out: ranges of tokens become spans, marks at the edges that do not belong are cut off.</summary>
internal static class Finished
{
    public static Attribution Attribution(Words words, Draft draft, (string? Name, Participant? Meant) speaker, string id)
    {
        var role = SpeakerRole.Of(words, draft, speaker.Name, speaker.Meant is { IsNamed: true, Type: NameType.Person } ? speaker.Meant.Role : null);
        return Attribution(words, draft, id) with
        {
            Speaker = speaker.Name,
            By = speaker.Meant is null ? -1 : words.Cast.All.IndexOf(speaker.Meant),
            SpeakerRole = role,
            SpeakerAffiliation = SpeakerRole.Affiliation(role),
        };
    }

    private static Attribution Attribution(Words words, Draft draft, string id) => new()
    {
        Id = id,
        Pattern = draft.Pattern,
        Kind = Kind(words, draft),
        Source = draft.Source is { } source ? Span(words, Trimmed(words, source)) : null,
        Cue = Span(words, draft.Cue),
        Content = [.. draft.Content.Select(c => Trimmed(words, c)).Where(c => !c.IsEmpty).OrderBy(c => c.First).Select(c => Span(words, c))],
        Force = draft.Force,
        Negated = draft.Negated,
        IsNobodys = draft.IsNobodys && draft.Source is null,
        Response = Responses.Of(words, draft),
    };

    private static SpeechKind Kind(Words words, Draft draft)
    {
        if (draft.IsPost) return SpeechKind.Direct;
        bool inside = false, outside = false;
        foreach (var range in draft.Content)
        {
            for (var i = range.First; i <= range.Last; i++)
            {
                if (words.IsMark(i)) continue;
                if (words.QuotationOf(i) >= 0) inside = true;
                else outside = true;
            }
        }
        return inside ? outside ? SpeechKind.Mixed : SpeechKind.Direct : SpeechKind.Indirect;
    }

    /// <summary>Without commas, dashes and full stops at the edges that stand outside quotations.</summary>
    private static TokenRange Trimmed(Words words, TokenRange range)
    {
        var (first, last) = range;
        while (first <= last && words.QuotationOf(first) < 0 && words[first] is "," or ";" or ":" or "." or "—" or "--" or "–" or "-") first++;
        while (last >= first && words.QuotationOf(last) < 0 && words[last] is "," or ";" or ":" or "." or "—" or "--" or "–" or "-") last--;
        return new TokenRange(first, last);
    }

    private static TextSpan Span(Words words, TokenRange range) =>
        TextSpan.Cover(words.Reading.Tokens[range.First].Span, words.Reading.Tokens[range.Last].Span);
}
