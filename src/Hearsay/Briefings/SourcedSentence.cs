using System.Text;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Briefings;

// A stretch of a report in, the sentence it stands in out, with whoever says so still to be seen.
// Method: the whole sentence is taken, since it mostly names its source itself. Where the source is a pronoun, the speaker's name takes its
// place in square brackets. Where the sentence lies within somebody's words whose source stands in another sentence, "According to X:" goes
// before it ("X denied:", "X asked:" where that is what the words say); where a plain "according to" would turn the words around ("did not
// say"), the text runs on to where the source and its verb stand. Quotation marks that the cut leaves open are closed.
// Known limits: a pronoun that is not the source of an attribution stays as it is.

/// <summary>A sentence as a briefing prints it and where it stands.</summary>
internal readonly record struct SourcedSentence(string Text, Citation Where)
{
    /// <summary>Words that name nobody, as a source.</summary>
    private static readonly HashSet<string> Pronouns = new(StringComparer.OrdinalIgnoreCase) { "he", "she", "they", "it", "who", "we", "i" };

    /// <summary>More edits than this a sentence never has.</summary>
    private const int MostEdits = 8;

    /// <summary>The sentence around <paramref name="citation"/>, attributed; with <paramref name="dated"/> its days by date.</summary>
    public static SourcedSentence Of(StoryIndex index, Citation citation, bool dated = false)
    {
        var (report, plain) = (index.ReportOf(citation.ArticleId), Plain(index, citation));
        var named = new HashSet<string>(StringComparer.Ordinal);
        var edits = SentenceEdit.Possible(report, index.StatementsOf(citation.ArticleId), plain.Span)
            .Where(e => e.Kind == EditKind.Day ? dated : e.Kind != EditKind.Speaker || IsFit(report, plain.Span, e) && named.Add(e.Name));
        return new SourcedSentence(plain.Prefix + SentenceEdit.Written(report.Article.Text, plain.Span, [.. edits]), citation with { Span = plain.Whole });
    }

    /// <summary>True where <paramref name="text"/> is the sentence around <paramref name="citation"/>, with any of the edits that can be made in it.</summary>
    public static bool IsOf(StoryIndex index, Citation citation, string text)
    {
        var (report, plain) = (index.ReportOf(citation.ArticleId), Plain(index, citation));
        if (!text.StartsWith(plain.Prefix, StringComparison.Ordinal)) return false;
        var edits = SentenceEdit.Possible(report, index.StatementsOf(citation.ArticleId), plain.Span).Take(MostEdits).ToList();
        return Enumerable.Range(0, 1 << edits.Count)
            .Any(chosen => SentenceEdit.Written(report.Article.Text, plain.Span, [.. edits.Where((_, i) => (chosen >> i & 1) == 1)]) == text[plain.Prefix.Length..]);
    }

    /// <summary>The sentence with what goes before it: its words, and all of it with a dateline.</summary>
    private static (TextSpan Span, TextSpan Whole, string Prefix) Plain(StoryIndex index, Citation citation)
    {
        var report = index.ReportOf(citation.ArticleId);
        var statements = index.StatementsOf(citation.ArticleId);
        var span = Trimmed(report.Article.Text, index.SentenceAround(citation));
        var unseen = Unseen(statements, span);
        if (unseen is not null && Prefix(report, unseen) is null)
        {
            span = WithItsSource(index, citation.ArticleId, span, unseen);
            unseen = Unseen(statements, span);
        }

        return (WithoutDateline(report.Article, span), span, unseen is null ? "" : Prefix(report, unseen) ?? Phrases.SomebodySays);
    }

    /// <summary>
    /// True where the sentence hangs on the one before: a reader would not know who "he" is, against what "but" speaks, or which "the company" it is.
    /// </summary>
    public bool PointsBack
    {
        get
        {
            var words = Text.TrimStart('“', '"', '‘').ToLowerInvariant().Split(' ', 4).Select(w => w.TrimEnd(',', '.', '’')).ToArray();
            return IsBackward(words[0])
                || words.Length > 2 && words[0] == "the" && Thesaurus.Is(words[1], WordSet.Retold) && !IsSpecified(words[2])
                || words.Length > 2 && Thesaurus.Is(words[0], WordSet.Condition) && Thesaurus.Is(words[1], WordSet.Male | WordSet.Female | WordSet.Neuter | WordSet.Plural);
        }
    }

    /// <summary>True for what begins to say which: "the company that", "the meeting in".</summary>
    private static bool IsSpecified(string word) => word is "of" or "in" || Thesaurus.Is(word, WordSet.Relative);

    private static bool IsBackward(string word) => (Thesaurus.Of(word.ToLowerInvariant()) & Thesaurus.Backward) != 0;

    /// <summary>The attribution that holds the stretch while neither its source nor its cue stands there; the innermost of several.</summary>
    private static Attribution? Unseen(ReportIndex statements, TextSpan span) =>
        statements.WithContentNear(span)
            .Where(a => a.Content.Any(c => c.Overlaps(span)) && !Stands(a.Source, span) && !Stands(a.Cue, span))
            .OrderBy(a => a.Content.Sum(c => c.Length)).ThenBy(a => a.Id, StringComparer.Ordinal)
            .FirstOrDefault();

    private static bool Stands(TextSpan? part, TextSpan span) => part is { } p && span.Contains(p);

    /// <summary>"According to X: "; null where no such phrase would be true to the report.</summary>
    private static string? Prefix(Report report, Attribution attribution)
    {
        if (attribution.Negated || SpeakerOf(report, attribution) is not { } speaker)
        {
            return null;
        }

        return attribution.Force switch
        {
            CueForce.Denied => $"{speaker} denied: ",
            CueForce.Asked => $"{speaker} asked: ",
            CueForce.Dismissed or CueForce.Declined or CueForce.Wanted or CueForce.Intended or CueForce.Ordered or CueForce.Stance => null,
            _ => $"According to {speaker}: ",
        };
    }

    private static string? SpeakerOf(Report report, Attribution attribution)
    {
        if (attribution.Speaker is { } speaker && speaker != "unspecified")
        {
            return speaker;
        }

        return attribution.Source is { } source && source.Of(report.Article.Text) is var words && !Pronouns.Contains(words) ? Flattened(words) : null;
    }

    private static TextSpan WithItsSource(StoryIndex index, string articleId, TextSpan span, Attribution attribution)
    {
        foreach (var part in new[] { attribution.Source, attribution.Cue })
        {
            if (part is { } p)
            {
                span = TextSpan.Cover(span, index.SentenceAround(new Citation(articleId, p)));
            }
        }

        return Trimmed(index.ReportOf(articleId).Article.Text, span);
    }

    /// <summary>True where a reader would not know whom the pronoun means, and nobody but the speaker can be meant.</summary>
    private static bool IsFit(Report report, TextSpan sentence, SentenceEdit edit)
    {
        var before = TextSpan.Between(sentence.Start, edit.Span.Start);
        return IsName(edit.Name) && !IsNamed(before.Of(report.Article.Text), edit.Name)
            && report.Attributions.Any(a => a.Source == edit.Span && a.Speaker == edit.Name && CanBe(report, a, edit.Span.Of(report.Article.Text)))
            && !HasAntecedent(report, before, edit.Span.Of(report.Article.Text).ToString())
            && IsCertain(report, edit.Span, edit.Name);
    }

    /// <summary>
    /// True where the pronoun can be of the speaker's kind: "he" and "she" of a person with a name, here or in another report, "it" and "they" of
    /// others with one. Who speaks for a body is called by its name, and is no "it".
    /// </summary>
    private static bool CanBe(Report report, Attribution attribution, ReadOnlySpan<char> pronoun)
    {
        if (attribution.By < 0) return true;
        var meant = report.Cast[attribution.By];
        return pronoun.Equals("he", StringComparison.OrdinalIgnoreCase) || pronoun.Equals("she", StringComparison.OrdinalIgnoreCase)
            ? meant.Type == NameType.Person && (meant.IsNamed || attribution.NamedBy is not null)
            : meant.IsNamed && meant.Type != NameType.Person;
    }

    /// <summary>True where the words can stand for a pronoun: "Ada Moss" can, "its head" points back itself.</summary>
    private static bool IsName(string speaker) => speaker.Length > 0 && char.IsUpper(speaker[0]) && !IsBackward(speaker.Split(' ')[0]);

    /// <summary>
    /// True where the sentence itself has somebody or something before the pronoun that it can mean: then it is read so, and a name put in its place
    /// would say what the sentence does not. For "he" and "she" a person, for "it" and "they" any noun.
    /// </summary>
    private static bool HasAntecedent(Report report, TextSpan before, string pronoun)
    {
        if (pronoun.ToLowerInvariant() is "he" or "she")
            return report.Names.Any(n => n.Type == NameType.Person && n.Mentions.Any(before.Contains))
                || Nouns(report, before).Any(t => PersonNouns.IsRole(t.Lemma));
        return Nouns(report, before).Any();
    }

    /// <summary>
    /// True where nobody else can be meant: for "he" and "she" where the report has the speaker's name for nothing but a person; for "it" and "they"
    /// where the sentence before prints the speaker's name and names no other body and no other place.
    /// </summary>
    private static bool IsCertain(Report report, TextSpan pronoun, string speaker)
    {
        var last = speaker[(speaker.LastIndexOf(' ') + 1)..];
        var own = report.Names.Where(n => n.Canonical == speaker || n.Canonical.Split(' ').Contains(last, StringComparer.Ordinal)).ToList();
        if (pronoun.Of(report.Article.Text).ToLowerInvariant() is "he" or "she")
            return own.TrueForAll(n => n.Type == NameType.Person) && (own.Count > 0 || speaker.Contains(' ', StringComparison.Ordinal));
        var before = report.Sentences.LastOrDefault(s => s.Span.End <= pronoun.Start).Span;
        var others = report.Names.Where(n =>
            n.Type is NameType.Organisation or NameType.Place && n.Mentions.Any(before.Contains) && Gazetteer.CountryOf(n.Canonical)?.Name != speaker
        );
        var printed = before.Of(report.Article.Text).Contains(speaker, StringComparison.OrdinalIgnoreCase);
        return (printed || own.Exists(n => n.Mentions.Any(before.Contains)))
            && others.Except(own).All(n => speaker.Contains(n.Canonical, StringComparison.Ordinal));
    }

    /// <summary>The nouns in the stretch that name no time.</summary>
    private static IEnumerable<Term> Nouns(Report report, TextSpan stretch) =>
        report.Terms.Where(t =>
            t.Tag is Upos.Noun or Upos.Propn
            && stretch.Contains(t.Span)
            && !report.Times.Any(time => time.Span.Contains(t.Span))
        );

    /// <summary>True where the last word of the speaker's name stands in the words before: then a reader knows who "he" is.</summary>
    private static bool IsNamed(ReadOnlySpan<char> before, string speaker) =>
        before.Contains(speaker.AsSpan(speaker.LastIndexOf(' ') + 1), StringComparison.OrdinalIgnoreCase);

    /// <summary>"TOLLAND (Agency) - The mayor ..." without what stands before the report's own first words.</summary>
    private static TextSpan WithoutDateline(Article article, TextSpan span) =>
        DatelineReader.Match(span.Of(article.Text), first: span.Start == 0) is { } match
        && article.Datelines.Any(d => d.Place.Equals(match.Dateline.Place, StringComparison.OrdinalIgnoreCase))
            ? Trimmed(article.Text, TextSpan.Between(span.Start + match.Length, span.End))
            : span;

    private static TextSpan Trimmed(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return TextSpan.Between(start, end);
    }

    private static string Flattened(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
