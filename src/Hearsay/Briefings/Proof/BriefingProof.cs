using System.Collections.Immutable;
using Hearsay.Briefings.Sections;
using Hearsay.Model;
using Hearsay.Reconciliation;

namespace Hearsay.Briefings.Proof;

// A briefing as it was read back in, what does not follow from its reports out.
// Method: the reports' texts, their attributions, figures and times are what everything is derived from (their spans are checked before). What stands in
// fixed phrasing is written again and has to come out the same; a sentence of a report has to be one, with edits that can be made in it; every count is
// counted again over the citations; names and numbers in findings have to stand in the reports.
// Limits: that two sentences mean the same is a judgement and is not proved, only that what is counted for it is cited; what was left out is not missed.

/// <summary>Proves that a briefing says nothing but what its reports say.</summary>
public static class BriefingProof
{
    /// <summary>Every fault with its place in the JSON ("stories[0].briefing[2].sentences[1]: …"); none where all is proved.</summary>
    public static IEnumerable<string> Faults(BriefingDocument briefing)
    {
        for (var s = 0; s < briefing.Stories.Length; s++)
        {
            var (story, where) = (briefing.Stories[s], $"stories[{s}]");
            if (Structure(story, briefing) is { } broken)
            {
                yield return $"{where}: {broken}";
                continue;
            }

            var index = new StoryIndex(story);
            foreach (var fault in FindingProof.Faults(index, where).Concat(Sections(index, story.Sections, where))) yield return fault;
        }
    }

    /// <summary>Null where every report that is cited is of the story, and has one origin.</summary>
    private static string? Structure(StoryBriefing story, BriefingDocument briefing)
    {
        var ids = story.Story.Reports.Select(r => r.Article.Id).ToList();
        var known = ids.ToHashSet(StringComparer.Ordinal);
        if (known.Count != ids.Count || known.Count == 0) return "a report is named twice, or none is";
        if (briefing.Reports.Select(r => r.Article.Id).Distinct(StringComparer.Ordinal).Count() != briefing.Reports.Length) return "two reports have one id";
        if (!story.Provenance.Origins.SelectMany(o => o.ArticleIds).Order(StringComparer.Ordinal).SequenceEqual(ids.Order(StringComparer.Ordinal), StringComparer.Ordinal))
            return "the origins do not hold every report once";
        var lengths = story.Story.Reports.ToDictionary(r => r.Article.Id, r => r.Article.Text.Length, StringComparer.Ordinal);
        var findings = story.Findings;
        var cited = story.Sections.SelectMany(s => s.Sentences).SelectMany(s => s.Citations.Concat(s.Partial))
            .Concat(findings.Claims.SelectMany(c => c.Support.Concat(c.Partial))).Concat(findings.Timeline.SelectMany(t => t.Support))
            .Concat(findings.Responses.Select(r => r.Span)).Concat(findings.QuoteGroups.SelectMany(q => q.Variants).Select(v => v.Span))
            .Concat(story.Provenance.Passages.SelectMany(p => new[] { p.First, p.Second }));
        if (!cited.All(c => lengths.TryGetValue(c.ArticleId, out var length) && c.Span.End <= length)) return "a citation is of no report of the story";
        if (story.Sections.SelectMany(s => s.Sentences).Any(s => s.Citations.IsEmpty) || findings.Claims.Any(c => c.Support.IsEmpty)) return "something is said without a citation";
        return story.Sections.Select(s => s.Kind).SequenceEqual(story.Sections.Select(s => s.Kind).Distinct().Order()) ? null : "the sections do not stand in their order, each once";
    }

    private static IEnumerable<string> Sections(StoryIndex index, ImmutableArray<BriefingSection> sections, string where)
    {
        for (var s = 0; s < sections.Length; s++)
        {
            var seen = new HashSet<(string, string?, string?, Citation)>();
            for (var i = 0; i < sections[s].Sentences.Length; i++)
            {
                var sentence = sections[s].Sentences[i];
                var at = $"{where}.briefing[{s}].sentences[{i}]";
                if (SentenceProof.Fault(index, sections[s].Kind, sentence) is { } fault) yield return $"{at}: {fault}";
                if (!seen.Add((sentence.Text, sentence.Label, sentence.Note, sentence.Citations[0]))) yield return $"{at}: it stands there twice";
                if (sections[s].Kind != SectionKind.Account && sentence.Length == BriefingLength.Short) yield return $"{at}: the short form is of the account";
            }
        }
    }
}
