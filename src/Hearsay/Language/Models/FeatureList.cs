using System.Runtime.CompilerServices;

namespace Hearsay.Language.Models;

/// <summary>
/// Collects the hashed features of one decision: a template's number and its values give a row. Values are themselves hashes or small numbers.
/// </summary>
internal ref struct FeatureList(Span<uint> buffer)
{
    private readonly Span<uint> buffer = buffer;
    private uint template;

    /// <summary>How many features there are.</summary>
    public int Count { get; private set; }

    public readonly ReadOnlySpan<uint> Features => buffer[..Count];

    /// <summary>Starts the templates' numbers at <paramref name="first"/>.</summary>
    public void From(uint first) => template = first;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint a) => buffer[Count++] = Finish(Mix(++template * 0x9E3779B1u, a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint a, uint b) => buffer[Count++] = Finish(Mix(Mix(++template * 0x9E3779B1u, a), b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint a, uint b, uint c) => buffer[Count++] = Finish(Mix(Mix(Mix(++template * 0x9E3779B1u, a), b), c));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint a, uint b, uint c, uint d) => buffer[Count++] = Finish(Mix(Mix(Mix(Mix(++template * 0x9E3779B1u, a), b), c), d));

    /// <summary>Adds the feature of a template by its number, where templates are not counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(uint number, uint a) => buffer[Count++] = Finish(Mix(number * 0x9E3779B1u, a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(uint number, uint a, uint b) => buffer[Count++] = Finish(Mix(Mix(number * 0x9E3779B1u, a), b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(uint number, uint a, uint b, uint c) => buffer[Count++] = Finish(Mix(Mix(Mix(number * 0x9E3779B1u, a), b), c));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(uint number, uint a, uint b, uint c, uint d) => buffer[Count++] = Finish(Mix(Mix(Mix(Mix(number * 0x9E3779B1u, a), b), c), d));

    /// <summary>A feature for each bit of <paramref name="bits"/>; one where none is set.</summary>
    public void AddBits(ulong bits, uint with)
    {
        var h = Mix(++template * 0x9E3779B1u, with);
        if (bits == 0) buffer[Count++] = Finish(Mix(h, 99));
        for (; bits != 0; bits &= bits - 1) buffer[Count++] = Finish(Mix(h, (uint)System.Numerics.BitOperations.TrailingZeroCount(bits)));
    }

    /// <summary>Skips a template whose values are absent.</summary>
    public void Skip() => template++;

    /// <summary>A hash of a word's characters.</summary>
    public static uint Hash(ReadOnlySpan<char> word)
    {
        var h = 2166136261u;
        foreach (var c in word) h = (h ^ c) * 16777619u;
        return h ^ (h >> 15);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mix(uint h, uint value)
    {
        h ^= value * 0xCC9E2D51u;
        return (h ^ (h >> 15)) * 0x85EBCA6Bu;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Finish(uint h) => (h ^ (h >> 13)) * 0xC2B2AE35u;
}
