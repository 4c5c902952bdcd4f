using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Language;
using Hearsay.Statements.Attributions;

namespace Hearsay.Statements;

// In: a reading. Out: who is said to have said, asked, claimed, believed ... what, in the order of the text.
// Method: an ordered list of named patterns (Attributions/Pattern.cs); cues are looked up in a lexicon (Data/cue-*.txt: verbs with their frames,
// nouns, adjectives) and joined to source and content by the dependency tree, by their place beside them where the tree is silent or the marks say it
// better; quotations that no cue holds go on with what was said before them.
// Source: the annotation guidelines of PolNeAR (Newell, Margolin and Ruths 2018) and PARC (Pareti 2012).
// Known limits: cues outside the lexicon are found beside quoted speech only; within quoted speech nothing is looked for; sentences of more than 400
// words are passed over.

/// <summary>Reading in, attributions out.</summary>
internal static class AttributionReader
{
    /// <summary>
    /// Every attribution in the text, in order; none where the reading has no trees. <paramref name="without"/> leaves out the pattern of that name.
    /// </summary>
    public static ImmutableArray<Attribution> Read(Reading reading, AttributionScope scope = AttributionScope.Statements, string? without = null)
    {
        if (!reading.Tokens.Any(t => t.Head >= 0)) return [];
        var words = new Words(reading);
        var drafts = Found(words, without)
            .Where(d => !(d.Source is { } s && words[s.Last] == "to") && InScope(d.Force, scope))
            .OrderBy(d => d.Head)
            .ToList();
        Participles.Share(words, drafts);
        Cited.PassOn(words, drafts);
        Continuations.Extend(words, drafts);
        var speakers = new Speakers(words);
        return
        [
            .. drafts.Select(
                (draft, n) =>
                    Finished.Attribution(words, draft, speakers.Of(draft), reading.Article.Id + "-a" + (n + 1).ToString(CultureInfo.InvariantCulture))
            ),
        ];
    }

    /// <summary>
    /// What the patterns read, each in turn: a word that is taken as a cue is none again, nor one where content began, nor one of a post.
    /// </summary>
    private static IEnumerable<Draft> Found(Words words, string? without)
    {
        var (taken, begun, posts) = (new HashSet<int>(), new Dictionary<int, Draft>(), new List<TokenRange>());
        foreach (var pattern in Pattern.All.Where(p => p.Name != without))
        {
            foreach (var draft in pattern.Find(words))
            {
                var cue = Enumerable.Range(draft.Cue.First, draft.Cue.Count).Append(draft.Head);
                if (cue.Any(taken.Contains) || posts.Exists(p => p.Overlaps(draft.Cue))) continue;
                if (IsBegun(begun, draft)) continue;
                if (draft.IsPost) posts.Add(draft.Content[0]);
                taken.UnionWith(cue);
                draft.Pattern = pattern.Name;
                yield return draft;
            }
        }
    }

    /// <summary>
    /// True where content begins at the same word before. What adjoins its cue from the left is its subject ("said the area was requested by the
    /// police"), and who speaks within the content of another is another ("X, Quill said, according to the Post"): neither counts.
    /// </summary>
    private static bool IsBegun(Dictionary<int, Draft> begun, Draft draft)
    {
        if (draft.Content is not [.., var last] || last.Last + 1 == draft.Cue.First) return false;
        return !begun.TryAdd(last.First, draft) && !begun[last.First].Content.Exists(c => c.Overlaps(draft.Cue));
    }

    private static bool InScope(CueForce force, AttributionScope scope) =>
        scope == AttributionScope.All
        || force is not (CueForce.Knew or CueForce.Wanted or CueForce.Intended or CueForce.Stance or CueForce.Decreed or CueForce.Seemed);
}
