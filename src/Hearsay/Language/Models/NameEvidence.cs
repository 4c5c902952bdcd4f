using System.Runtime.InteropServices;

namespace Hearsay.Language.Models;

/// <summary>How a capitalised word stands at all its places in a report: what one place leaves open, another tells.</summary>
[Flags]
internal enum Standing : ushort
{
    None = 0,
    CapitalInside = 1,
    Small = 2,
    AfterTitle = 4,
    AfterGiven = 8,
    AfterPlaceWord = 16,
    BeforeTail = 32,
    BesideSaying = 64,
    AfterCapital = 128,
    BeforeCapital = 256,
    BeforePossessive = 512,
    AfterThe = 1024,
    InBrackets = 2048, BetweenCommas = 4096, IsGivenBeforeCapital = 8192, AfterLead = 16384,
}

/// <summary>
/// Gathers, word by word over a whole report, how each capitalised word stands (after Krishnan and Manning 2006, but before any name is found).
/// </summary>
internal sealed class NameEvidence
{
    private static readonly HashSet<uint> PlaceWords = Hashes("in at near from around outside across into toward towards throughout");
    private static readonly HashSet<uint> Sayings = Hashes(
        "said says told added tweeted insisted argued warned explained wrote stated noted who whose"
    );
    private static readonly uint The = FeatureList.Hash("the"),
        Comma = FeatureList.Hash(","),
        Open = FeatureList.Hash("("),
        Close = FeatureList.Hash(")");
    private readonly Dictionary<uint, Standing> standings = [];
    private uint before, word;
    private bool wordIsCapital, beforeIsCapital, wordIsFirst, wordIsSmallLetter;
    private KnownName wordKnown, beforeKnown;
    private Listed wordListed, beforeListed;

    public void Clear() => standings.Clear();

    /// <summary>How the word with this hash of its lower case stands.</summary>
    public Standing Of(uint lower) => standings.GetValueOrDefault(lower);

    /// <summary>Begins a sentence.</summary>
    public void Begin()
    {
        (before, word, wordIsCapital, beforeIsCapital, wordKnown, wordListed) = (0, 0, false, false, 0, 0);
    }

    /// <summary>Takes the sentence's next word.</summary>
    public void See(ReadOnlySpan<char> form)
    {
        var lower = WordSight.LowerHash(form);
        var capital = char.IsUpper(form[0]);
        See(
            form,
            lower,
            capital,
            char.IsLower(form[0]) && form.Length > 2,
            capital ? NameLists.Of(lower) : 0,
            capital ? Gazetteer.OfWord(FeatureList.Hash(form)) : 0
        );
    }

    /// <summary>Takes the sentence's next word.</summary>
    public void See(KnownWord word) =>
        See(word.Form, word.Sight.Lower, word.IsCapital, word.IsSmall, word.IsCapital ? word.Known : 0, word.IsCapital ? word.Listed : 0);

    private void See(ReadOnlySpan<char> form, uint lower, bool capital, bool small, KnownName known, Listed listed)
    {
        if (wordIsCapital) Settle(form, lower, capital, listed);
        else if (word != 0 && wordIsSmallLetter && standings.Count < 20000) Mark(word, Standing.Small);
        (before, beforeIsCapital, beforeKnown, beforeListed) = (word, wordIsCapital, wordKnown, wordListed);
        wordIsFirst = word == 0;
        (word, wordIsCapital, wordIsSmallLetter, wordKnown, wordListed) = (lower, capital, small, known, listed);
    }

    private void Settle(ReadOnlySpan<char> form, uint next, bool nextIsCapital, Listed nextListed)
    {
        var s = Standing.None;
        if (!wordIsFirst) s |= Standing.CapitalInside;
        if (beforeIsCapital)
        {
            s |= Standing.AfterCapital;
            if ((beforeListed & Listed.Title) != 0) s |= Standing.AfterTitle;
            if ((beforeKnown & KnownName.Given) != 0) s |= Standing.AfterGiven;
            if ((beforeListed & Listed.Lead) != 0) s |= Standing.AfterLead;
        }

        if (!nextIsCapital && PlaceWords.Contains(before)) s |= Standing.AfterPlaceWord;
        if (Sayings.Contains(next) || Sayings.Contains(before)) s |= Standing.BesideSaying;
        if (nextIsCapital)
        {
            s |= Standing.BeforeCapital;
            if ((nextListed & Listed.Tail) != 0) s |= Standing.BeforeTail;
            if ((wordKnown & KnownName.Given) != 0) s |= Standing.IsGivenBeforeCapital;
        }

        if (form is "'s" or "’s") s |= Standing.BeforePossessive;
        if (before == The) s |= Standing.AfterThe;
        if (before == Open && next == Close) s |= Standing.InBrackets;
        if (before == Comma && (next == Comma || form is ".")) s |= Standing.BetweenCommas;
        if (s != Standing.None) Mark(word, s);
    }

    private void Mark(uint lower, Standing standing) => CollectionsMarshal.GetValueRefOrAddDefault(standings, lower, out _) |= standing;

    private static HashSet<uint> Hashes(string words) => [.. words.Split(' ').Select(w => FeatureList.Hash(w))];
}
