using Hearsay.Lab.Importance;
using Hearsay.Reconciliation.Importance;

namespace Hearsay.Tests.Lab;

public sealed class LogisticFitTests
{
    private static readonly double[][] Rows = [.. Enumerable.Range(0, 400).Select(i => new double[] { i % 20, i % 7, 3 })];

    [Fact]
    public void What_decides_gets_the_weight()
    {
        var model = LogisticFit.Of(Rows, [.. Rows.Select(r => r[0] > 9)]);
        Assert.InRange(model.Probability([19, 3, 3]), 0.8, 1);
        Assert.InRange(model.Probability([0, 3, 3]), 0, 0.2);
        Assert.True(Math.Abs(model.Weights[1]) < Math.Abs(model.Weights[0]) / 5);
        Assert.Equal(0, model.Weights[2]);
    }

    [Fact]
    public void A_judge_is_read_as_it_was_written()
    {
        var model = LogisticFit.Of(Rows, [.. Rows.Select(r => r[0] > 9)]);
        var judge = new ImportanceJudge(model, model, model);
        Assert.Equal(judge.Write(), ImportanceJudge.Read(judge.Write()).Write());
        Assert.Equal(1.5 * model.Probability(Rows[5]), judge.Lead(Rows[5]), 9);
        Assert.Throws<FormatException>(() => ImportanceJudge.Read([model.Write()]));
    }
}
