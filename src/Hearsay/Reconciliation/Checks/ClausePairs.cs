using System.Collections.Immutable;
using Hearsay.Clauses;
using Hearsay.Reconciliation.Sameness;
using Hearsay.Text;

namespace Hearsay.Reconciliation.Checks;

// The clauses of an asked sentence, each beside those of a report's sentence that have its verb, in; what differs between them out.
// Method: verbs are paired by lemma, else by meaning. Held against each other are polarity (own negation, and whatever denies it), direction (told,
// planned, possible, asked, ordered), who is subject and who object, and the particle ("switched on" and "off"). Where a verb stands twice, nothing
// differs as long as nothing does in one of them. A verb that the sentence has only as a noun ("the burst of the dam") is not negated there.

/// <summary>The clauses of an asked sentence beside those of a report's.</summary>
internal sealed class ClausePairs
{
    /// <summary>From this on two verbs are one in other words.</summary>
    private const double Alike = 0.7;

    private readonly Stretch asked, found;
    private readonly StoryText story;

    public ClausePairs(Stretch asked, Stretch found, StoryText story)
    {
        (this.asked, this.found, this.story) = (asked, found, story);
        var others = ClausesOf(found).ToArray();
        var isNegated = found.IsNegated || others.Any(IsDenied);
        var differences = new List<Difference>();
        AreSettled = true;
        foreach (var clause in ClausesOf(asked))
        {
            var all = others.Where(o => o.Lemma == clause.Lemma).ToArray();
            var isSame = all.Length > 0;
            if (!isSame) all = [.. others.Where(o => AreAlike(clause, o))];
            if (all.Length > 0)
            {
                // verbs that only mean nearly the same show no opposite: then it is not sure what is said
                var differing = all.Select(o => Differing(clause, o).ToArray()).MinBy(d => d.Length)!;
                AreSettled &= isSame || !differing.Any(d => d.IsOpposite);
                differences.AddRange(differing.Where(d => isSame || !d.IsOpposite));
            }
            else if (IsDenied(clause) && !isNegated && NounOf(clause) is { } noun) differences.Add(new Difference(DifferenceKind.Negation, Words(asked, clause), noun));
            else AreSettled &= !IsDenied(clause) && !isNegated;
        }

        Differences = [.. differences.Distinct()];
    }

    public ImmutableArray<Difference> Differences { get; }

    /// <summary>False where a clause that the other sentence does not have is negated, or something else is negated there: then it is not sure what is.</summary>
    public bool AreSettled { get; }

    private static IEnumerable<Clause> ClausesOf(Stretch stretch)
    {
        var sentence = stretch.Report.Sentences[stretch.Sentence];
        return stretch.Report.Report.Clauses.Where(c => sentence.Contains(HeadOf(stretch, c)));
    }

    private static TextSpan HeadOf(Stretch stretch, Clause clause) => stretch.Report.Report.Terms[clause.Head].Span;

    private static string Words(Stretch stretch, Clause clause) => clause.Group.Of(stretch.Report.Text);

    /// <summary>Whether it is negated, or somebody says that it is not so; both together say that it is.</summary>
    private static bool IsDenied(Clause clause) => clause.IsNegated != (clause.Direction == Direction.Denied);

    private static bool IsOpen(Clause clause) =>
        clause.Hedge is not null || clause.Direction is Direction.Planned or Direction.Possible or Direction.Asked or Direction.Ordered;

    private bool AreAlike(Clause clause, Clause other)
    {
        var (a, b) = (new ContentWords(story, asked.Report, [HeadOf(asked, clause)]), new ContentWords(story, found.Report, [HeadOf(found, other)]));
        return a.HasMeaning && b.HasMeaning && a.Stems.Count > 0 && b.Stems.Count > 0 && ContentWords.Cosine(a, b) >= Alike;
    }

    /// <summary>The word of the found sentence with the clause's stem, where no clause has it.</summary>
    private string? NounOf(Clause clause)
    {
        if (clause.Kind != PredicateKind.Verb) return null;
        var stem = Stems.Of(clause.Lemma);
        foreach (var word in found.Report.Within(found.Span))
        {
            if (word.Stem == stem) return word.Span.Of(found.Report.Text);
        }

        return null;
    }

    private IEnumerable<Difference> Differing(Clause one, Clause other)
    {
        var (mine, its) = (Words(asked, one), Words(found, other));
        var turned = one.Lemma == other.Lemma && ParticleOf(asked, one) is { } a && ParticleOf(found, other) is { } b && a != b;
        // what is only to come does not contradict what has been so far
        if (IsOpen(one) != IsOpen(other)) yield return new Difference(DifferenceKind.Certainty, mine, its);
        else if (IsDenied(one) != IsDenied(other) != turned) yield return new Difference(DifferenceKind.Negation, mine, its);
        if (IsOtherWayRound(one, other)) yield return new Difference(DifferenceKind.Roles, mine, its);
    }

    /// <summary>"On", "off", "up", "down" behind the verb, which turn it into its own opposite; not where they begin a place or a time.</summary>
    private static string? ParticleOf(Stretch stretch, Clause clause)
    {
        if (clause.Particle is { } particle) return particle;
        var words = stretch.Report.Words;
        var next = stretch.Report.FirstEndingAfter(HeadOf(stretch, clause).End);
        return next < words.Length && words[next].Form is "on" or "off" or "up" or "down" && !clause.Arguments.Any(a => a.Span.Overlaps(words[next].Span))
            ? words[next].Form
            : null;
    }

    /// <summary>True where who does it there has it done to here, and the other way round.</summary>
    private bool IsOtherWayRound(Clause one, Clause other)
    {
        var (subject, @object) = (StemsIn(asked, one, isSubject: true), StemsIn(asked, one, isSubject: false));
        var (its, thing) = (StemsIn(found, other, isSubject: true), StemsIn(found, other, isSubject: false));
        return subject.Overlaps(thing) && @object.Overlaps(its) && !subject.Overlaps(its) && !@object.Overlaps(thing);
    }

    /// <summary>The words of the subjects, or of those to whom it is done, and the names of whom these words stand for.</summary>
    private static HashSet<string> StemsIn(Stretch stretch, Clause clause, bool isSubject)
    {
        var spans = clause.Arguments.Where(a => isSubject ? a.Role == ArgumentRole.Subject : a.Role is ArgumentRole.Object or ArgumentRole.Recipient)
            .Select(a => a.Span).ToArray();
        var names = stretch.Report.Report.Cast.Where(p => p.Mentions.Any(m => spans.Any(s => IsOf(m.Span, s)))).SelectMany(p => ReportText.WordsOf(p.Canonical));
        return stretch.Report.WordsIn(spans).Concat(names).Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>True for a name in the phrase or right behind it: "the shipowner Dana Holt".</summary>
    private static bool IsOf(TextSpan name, TextSpan phrase) => name.Overlaps(phrase) || name.Start - phrase.End is >= 0 and <= 2;
}
