using System.Collections.Immutable;
using Hearsay.Reconciliation.Sameness;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Reconciliation.Checks;

/// <summary>
/// An asked sentence among the words of a story: the stretch that is judged, without its days, which are compared by what day they are and not by their
/// words; its days and figures.
/// </summary>
internal sealed class AskedWords
{
    public AskedWords(AskedSentence sentence, StoryText story)
    {
        Report = new ReportText(sentence.Report, -1, "");
        Days = [.. DayMatch.Days(Report, Report.Sentences[0])];
        var own = Without(Report.Sentences[0], Days.Select(d => d.Span));
        Stretch = new Stretch(story, Report, 0, own, []);
        Words = [.. Report.WordsIn(own)];
        Figures = [.. sentence.Report.Figures.Select(f => new FigureProfile(Report, f, story)).Where(f => f.Bounded)];
    }

    public ReportText Report { get; }

    public string Text => Report.Text;

    public Stretch Stretch { get; }

    /// <summary>The content words of the stretch, as they stand in its <see cref="Stretch.Words"/>.</summary>
    public ImmutableArray<StoryWord> Words { get; }

    public ImmutableArray<TimeExpression> Days { get; }

    public ImmutableArray<FigureProfile> Figures { get; }

    private static ImmutableArray<TextSpan> Without(TextSpan whole, IEnumerable<TextSpan> days)
    {
        var (left, at) = (ImmutableArray.CreateBuilder<TextSpan>(), whole.Start);
        foreach (var day in days.Order())
        {
            if (day.Start > at) left.Add(TextSpan.Between(at, day.Start));
            at = Math.Max(at, day.End);
        }

        if (whole.End > at) left.Add(TextSpan.Between(at, whole.End));
        return left.Count > 0 ? left.ToImmutable() : [whole];
    }
}
