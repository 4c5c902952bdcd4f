using System.Collections.Frozen;

namespace Hearsay.Statements.Figures;

/// <summary>Words that end a noun phrase when they follow it.</summary>
internal static class FunctionWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = new[]
    {
        "a", "an", "the", "this", "that", "these", "those", "my", "your", "his", "her", "its", "our", "their", "and", "or", "but", "nor", "if",
        "because", "while", "when", "where", "who", "whom", "whose", "which", "what", "how", "why",
        "of", "in", "on", "at", "by", "for", "with", "from", "to", "into", "onto", "over", "under", "above", "below", "after", "before", "since",
        "until", "during", "through", "across", "along", "against", "between", "among", "amid", "around",
        "about", "near", "off", "out", "up", "down", "as", "than", "like", "per", "via", "without", "within", "upon", "toward", "towards", "despite",
        "although", "though", "so", "then", "there", "here", "not", "no", "also", "only", "just", "each", "every",
        "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "may",
        "might", "must", "shall", "should", "said", "says", "say", "told", "he", "she", "it", "they", "we", "i", "you",
        "him", "them", "us", "me", "more", "less", "fewer", "most", "some", "all", "both", "either", "ago", "later", "earlier", "now", "still",
        "already", "yet", "even", "including", "such", "according", "died", "came", "went", "got", "made", "took", "remain", "remained",
        "were", "became", "become", "began", "left", "lost", "won", "apiece", "old", "away", "today", "yesterday", "tomorrow", "next", "last", "too",
        "again", "alone", "overall", "altogether", "annually", "daily", "weekly", "monthly", "yearly",
    }.Distinct(StringComparer.Ordinal).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for a word that no noun phrase goes on with.</summary>
    public static bool Ends(ReadOnlySpan<char> word) => Words.Contains(word);
}
