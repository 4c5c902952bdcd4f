namespace Hearsay.Sources.Polling;

/// <summary>
/// How long to wait after failures in a row: 5 minutes after the first, twice as long after each further one, a day at most; give or take a fifth, so
/// that feeds of one host that fails do not all come back at once.
/// </summary>
public static class BackOff
{
    /// <summary>The wait after the first failure.</summary>
    public static readonly TimeSpan First = TimeSpan.FromMinutes(5);

    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>The wait after so many failures in a row (from 1) of what <paramref name="key"/> names.</summary>
    public static TimeSpan After(int failures, string key, int seed)
    {
        var doubled = First * Math.Pow(2, Math.Clamp(failures - 1, 0, 20));
        return Jitter.Of(doubled < Longest ? doubled : Longest, 0.2, key, failures, seed);
    }
}
