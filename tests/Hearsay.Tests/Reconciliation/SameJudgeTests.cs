using Hearsay.Briefings;
using Hearsay.Briefings.Sections;
using Hearsay.Lab.Sameness;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Reconciliation.Sameness;
using Hearsay.Stories;
using Hearsay.Text;

namespace Hearsay.Tests.Reconciliation;

public sealed class SameJudgeTests
{
    /// <summary>A few hundred rows are enough to learn from.</summary>
    private static readonly BoostingOptions Few = new() { LeastWeight = 1, Ridge = 1 };

    [Fact]
    public void Trees_learn_that_two_signs_must_meet()
    {
        var rows = Enumerable.Range(0, 400).Select(i => new double[] { i % 2, i / 2 % 2, i % 7 }).ToArray();
        var answers = rows.Select(r => r[0] > 0 && r[1] > 0).ToArray();
        var trees = new Boosting(rows, Few).Grow(answers, [.. rows.Select(_ => 1.0)]);
        Assert.True(trees.Probability([1, 1, 3]) > 0.9);
        Assert.True(trees.Probability([1, 0, 3]) < 0.1);
        Assert.True(trees.Probability([0, 1, 3]) < 0.1);
    }

    [Fact]
    public void Rows_without_weight_teach_nothing()
    {
        var rows = Enumerable.Range(0, 200).Select(i => new double[] { i % 2 }).ToArray();
        var (answers, weights) = (rows.Select(r => r[0] > 0).ToArray(), rows.Select(_ => 1.0).ToArray());
        var wrong = rows.Concat(rows).ToArray();
        var alone = new Boosting(wrong, Few).Grow([.. answers, .. answers.Select(a => !a)], [.. weights, .. weights.Select(_ => 0.0)]);
        Assert.True(alone.Probability([1]) > 0.9);
    }

    [Fact]
    public void Trees_are_written_and_read_without_loss()
    {
        var rows = Enumerable.Range(0, 300).Select(i => new double[] { i % 5, i % 3 }).ToArray();
        var trees = new Boosting(rows, Few).Grow([.. rows.Select(r => r[0] > r[1])], [.. rows.Select(_ => 1.0)]);
        var again = TreeEnsemble.Read(trees.Write());
        Assert.All(rows, r => Assert.Equal(trees.Probability(r), again.Probability(r)));
    }

    [Fact]
    public void A_clause_that_another_report_states_is_a_claim_of_its_own()
    {
        var claims = Claims(
            "The ferry Alma struck a rock off Karsk on Monday night, and the harbour master closed the northern channel to all traffic.",
            "The harbour master closed the northern channel to all traffic. Schools on the island opened late."
        );
        var clause = Assert.Single(claims, c => c.IsClause);
        Assert.Equal((2, "the harbour master closed the northern channel to all traffic"), (clause.Outlets, clause.Text.TrimEnd('.')));
    }

    [Fact]
    public void A_sentence_is_no_support_for_another_with_a_number_that_it_lacks()
    {
        var claims = Claims(
            "The harbour master closed the northern channel to all 14 trawlers on Monday.",
            "The harbour master closed the northern channel to all 17 trawlers on Monday."
        );
        Assert.All(claims, c => Assert.Equal(1, c.Outlets));
    }

    [Theory]
    [InlineData("more than 8,000 seals", "9,500 seals", true)]
    [InlineData("9,500 seals", "more than 8,000 seals", false)]
    [InlineData("thousands of seals", "8,000 seals", true)]
    [InlineData("8,000 seals", "thousands of seals", false)]
    [InlineData("14 seals", "14 seals", true)]
    [InlineData("14 seals", "seals", false)]
    [InlineData("14 seals", "at least 14 seals", true)]
    public void A_number_is_given_by_one_no_less_close_that_lies_within_it(string own, string other, bool given)
    {
        var sentences = Sentences($"Wardens counted {own} on the northern shore.", $"Wardens counted {other} on the northern shore.");
        Assert.Equal(given, sentences[0].MayBeStatedBy(sentences[1]));
    }

    [Fact]
    public void An_edited_copy_says_what_no_sentence_said_in_every_second_one()
    {
        const string Text = "The ferry left Karsk at noon. It carried 40 tourists. Wardens saw it. The harbour of Ostrava was closed. Nobody slept. The pilot was awake.";
        var copy = new EditedCopy(Reader.Read(new Article { Id = "r", Text = Text }));
        Assert.Equal(
            "The ferry left Karsk at noon. It carried 51 tourists. Wardens saw it. The harbour of Karsk was closed. Nobody slept. The pilot was not awake.",
            copy.Article.Text);
        Assert.Equal([null, "40", null, "Ostrava", null, ""], copy.Edits.Select(e => e?.Of(Text)));
    }

    [Fact]
    public void Regression_learns_which_way_each_feature_points()
    {
        var rows = Enumerable.Range(0, 200).Select(i => new double[] { i % 2, i % 5 }).ToArray();
        var regression = new LogisticRegression(rows, [.. rows.Select(r => r[0] > 0)]);
        Assert.True(regression.Probability([1, 4]) > 0.9);
        Assert.True(regression.Probability([0, 4]) < 0.1);
    }

    /// <summary>The first sentence of each text, each a report of one story.</summary>
    private static Stretch[] Sentences(params string[] texts)
    {
        var story = new StoryText(StoryGrouper.Tell([.. texts.Select((t, i) => Reader.Read(new Article { Id = $"r{i}", Text = t }))]));
        return [.. story.Reports.Select(r => new Stretch(story, r, 0))];
    }

    [Fact]
    public void Sentences_that_say_the_same_make_one_claim_that_knows_them_all()
    {
        var claim = Assert.Single(Claims(
            "The harbour master closed the northern channel to all 14 trawlers on Monday.",
            "On Monday the harbour master closed the northern channel to all 14 trawlers."
        ));
        Assert.Equal(["r0", "r1"], claim.Equal.Select(c => c.ArticleId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_speakers_sentence_bears_the_count_of_the_claim_that_says_the_same()
    {
        string[] texts = ["The northern channel is closed to all trawlers.", "The northern channel is closed to all trawlers, said Ana Ruiz."];
        var briefing = Brief(texts);
        Citation[] sentences = [.. texts.Select((t, i) => new Citation($"r{i}", new TextSpan(0, t.Length)))];
        var claim = new Claim { Id = "c1", Text = texts[0], AccordingTo = ["the port"], Support = [.. sentences], Equal = [.. sentences], Outlets = 2, IndependentOrigins = 2 };
        Assert.Equal(2, Said(claim).Citations.Length);
        Assert.StartsWith("2 reports", Said(claim).Note, StringComparison.Ordinal);
        Assert.StartsWith("1 report", Said(claim with { Equal = [sentences[0]] }).Note, StringComparison.Ordinal);

        BriefingSentence Said(Claim made) =>
            Assert.Single(
                WhoSaysWhat.Write(new StoryIndex(briefing.Story, briefing.Provenance, briefing.Findings with { Claims = [made] }), []).Sentences,
                s => s.Label == "Ana Ruiz");
    }

    private static IEnumerable<Claim> Claims(params string[] texts) => Brief(texts).Findings.Claims;

    private static StoryBriefing Brief(params string[] texts) =>
        Reader.Brief([.. texts.Select((t, i) => Reader.Read(new Article { Id = $"r{i}", Outlet = $"Paper {i}", Text = t }))]);

    [Fact]
    public void The_golds_sentences_are_found_again_where_a_reading_left_furniture_out()
    {
        const string Raw = "Sign up for our newsletter today. The gate of the lock gave way on Tuesday night.\nShare this. Twenty barges were damaged by the water.";
        const string Text = "The gate of the lock gave way on Tuesday night.\n\nTwenty barges were damaged by the water.";
        var gold = MatrixGold.Sentences(Raw);
        Assert.Equal(4, gold.Count);
        var map = SentenceMap.Of(Raw, gold, Text, [new TextSpan(0, 47), new TextSpan(49, Text.Length - 49)]);
        Assert.Equal([[2], [4]], map);
    }
}
