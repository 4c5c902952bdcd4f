using Hearsay.Language.Models;

namespace Hearsay.Language.Transformer;

/// <summary>
/// What lists of names say of a word, and how it stands at all its places in the report, as 64 yes or no: <see cref="Listed"/> in bits 0 to 15,
/// <see cref="KnownName"/> from 16 on, <see cref="Standing"/> from 48 on.
/// </summary>
internal static class WordEvidence
{
    public const int Bits = 64;
    private const int StandingShift = 48;

    /// <summary>The evidence of word <paramref name="i"/> of the sentence that <paramref name="sight"/> was filled with.</summary>
    public static ulong Of(NameSight sight, int i) => sight.Known(i) | (ulong)sight.Stands(i) << StandingShift;
}
