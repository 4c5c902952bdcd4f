namespace Hearsay.Lab.Language;

/// <summary>Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations (Golub and Van Loan, Matrix Computations, 8.5).</summary>
internal static class Eigen
{
    private const int Sweeps = 30;
    private const double Enough = 1e-24;

    /// <summary>Largest value first, each with its vector of length 1; <paramref name="matrix"/> is used up.</summary>
    public static (double[] Values, double[][] Vectors) Of(double[][] matrix)
    {
        var n = matrix.Length;
        double[][] vectors = [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(k => i == k ? 1.0 : 0).ToArray())];
        var all = matrix.Sum(r => r.Sum(x => x * x));
        for (var sweep = 0; sweep < Sweeps && Beside(matrix) > Enough * all; sweep++)
        {
            for (var p = 0; p < n; p++)
            {
                for (var q = p + 1; q < n; q++) Rotate(matrix, vectors, p, q);
            }
        }

        var order = Enumerable.Range(0, n).OrderByDescending(i => matrix[i][i]).ToArray();
        return ([.. order.Select(i => matrix[i][i])], [.. order.Select(i => vectors[i])]);
    }

    /// <summary>Sum of the squares beside the diagonal.</summary>
    private static double Beside(double[][] matrix)
    {
        var sum = 0.0;
        for (var i = 0; i < matrix.Length; i++)
        {
            for (var k = 0; k < matrix.Length; k++) sum += i == k ? 0 : matrix[i][k] * matrix[i][k];
        }

        return sum;
    }

    /// <summary>Turns the plane of two directions so that their product becomes 0.</summary>
    private static void Rotate(double[][] matrix, double[][] vectors, int p, int q)
    {
        if (matrix[p][q] == 0) return;
        var theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        var tangent = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
        var cosine = 1 / Math.Sqrt(tangent * tangent + 1);
        var sine = tangent * cosine;
        Turn(matrix[p], matrix[q], cosine, sine);
        Turn(vectors[p], vectors[q], cosine, sine);
        foreach (var row in matrix) (row[p], row[q]) = ((cosine * row[p]) - (sine * row[q]), (sine * row[p]) + (cosine * row[q]));
    }

    private static void Turn(double[] a, double[] b, double cosine, double sine)
    {
        for (var k = 0; k < a.Length; k++) (a[k], b[k]) = ((cosine * a[k]) - (sine * b[k]), (sine * a[k]) + (cosine * b[k]));
    }
}
