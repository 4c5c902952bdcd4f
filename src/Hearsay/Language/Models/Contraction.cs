namespace Hearsay.Language.Models;

/// <summary>
/// The largest tree under place 0: circles of best heads are drawn together, each into the row of one of its places, until there are none, then opened
/// again where the tree enters them. The time grows with the square of the places (Tarjan 1977, for dense graphs).
/// </summary>
/// <param name="scores">Row d scores every place as head of d; it is overwritten.</param>
internal sealed class Contraction(float[][] scores)
{
    private readonly int size = scores.Length;

    /// <summary>For every row: the place that it stands for now, whether it stands for any, its best head, and the turn that met it.</summary>
    private readonly int[] place = [.. Enumerable.Range(0, scores.Length)], best = new int[scores.Length], met = new int[scores.Length];
    private readonly bool[] drawn = new bool[scores.Length];

    /// <summary>Which words an arc between rows joins.</summary>
    private readonly Arc[][] arcs =
        [.. scores.Select((row, d) => Enumerable.Range(0, row.Length).Select(h => new Arc(d, h)).ToArray())];

    /// <summary>Circles in the order in which they were drawn; place size + i is the i-th.</summary>
    private readonly List<(int Place, Arc Entered)[]> circles = [];

    /// <summary>Above every place the circle that it was drawn into; 0 for none.</summary>
    private readonly int[] above = new int[2 * scores.Length];

    /// <summary>The head of each place; -1 for place 0.</summary>
    public int[] Heads()
    {
        for (var d = 1; d < size; d++) best[d] = BestHead(d);
        for (var start = 1; start < size; start++)
        {
            for (var at = start; at != 0 && !drawn[at] && (met[at] == 0 || met[at] == start);)
            {
                if (met[at] == start) at = Draw(at);
                met[at] = start;
                at = best[at];
            }
        }

        return Opened();
    }

    private int BestHead(int row)
    {
        var most = -1;
        for (var h = 0; h < size; h++)
        {
            if (h != row && !drawn[h] && (most < 0 || scores[row][h] > scores[row][most])) most = h;
        }

        return most;
    }

    /// <summary>Draws the circle through a row together; its row from now on.</summary>
    private int Draw(int row)
    {
        var circle = new List<int>();
        for (var c = row; circle.Count == 0 || c != row; c = best[c]) circle.Add(c);
        circles.Add([.. circle.Select(c => (place[c], arcs[c][best[c]]))]);
        var whole = size + circles.Count - 1;
        foreach (var c in circle) (drawn[c], above[place[c]]) = (true, whole);
        for (var a = 0; a < size; a++)
        {
            if (drawn[a]) continue;
            var (leaves, enters) = (row, row);
            foreach (var c in circle)
            {
                if (scores[a][c] > scores[a][leaves]) leaves = c;
                if (Gain(c, a) > Gain(enters, a)) enters = c;
            }

            if (circle.Contains(best[a])) best[a] = row;
            (scores[a][row], arcs[a][row]) = (scores[a][leaves], arcs[a][leaves]);
            (scores[row][a], arcs[row][a]) = (Gain(enters, a) + scores[row][best[row]], arcs[enters][a]);
        }

        (drawn[row], place[row]) = (false, whole);
        best[row] = BestHead(row);
        return row;
    }

    /// <summary>What the tree gains where the circle is entered at one of its rows.</summary>
    private float Gain(int row, int head) => scores[row][head] - scores[row][best[row]];

    private int[] Opened()
    {
        var entered = new Arc[size + circles.Count];
        for (var d = 1; d < size; d++)
        {
            if (!drawn[d]) entered[place[d]] = arcs[d][best[d]];
        }

        for (var k = circles.Count - 1; k >= 0; k--)
        {
            var at = entered[size + k].To;
            while (above[at] != size + k) at = above[at];
            foreach (var (inner, arc) in circles[k]) entered[inner] = inner == at ? entered[size + k] : arc;
        }

        var heads = new int[size];
        heads[0] = -1;
        for (var d = 1; d < size; d++) heads[d] = entered[d].From;
        return heads;
    }

    /// <summary>A word and its head.</summary>
    private readonly record struct Arc(int To, int From);
}
