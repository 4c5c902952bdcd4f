namespace Hearsay.Statements.Attributions;

/// <summary>Tokens <paramref name="First"/> to <paramref name="Last"/> of a reading, both included; empty where Last is before First.</summary>
internal readonly record struct TokenRange(int First, int Last)
{
    public bool IsEmpty => Last < First;

    public int Count => IsEmpty ? 0 : Last - First + 1;

    public bool Contains(int token) => token >= First && token <= Last;

    public bool Overlaps(TokenRange other) => First <= other.Last && other.First <= Last;
}
