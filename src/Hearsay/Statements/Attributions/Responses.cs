using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>Tells answers from other speech: denials, confirmations, dismissals, refusals to comment, silence, welcome, rejection.</summary>
internal static class Responses
{
    /// <summary>What is called false is called so within so many words.</summary>
    private const int LongestCall = 8;

    public static ResponseState? Of(Words words, Draft draft)
    {
        if (draft.IsNonAnswer) return NonAnswer(words, draft);
        if (draft.Source is { } source && !Speaking.CanSpeak(words, source)) return null;
        var verb = words[draft.Head];
        if (IsRefusalOfAGood(words, draft) || IsUnable(words, draft)) return null;
        if (draft.Content.Exists(c => IsNoComment(words, c))) return ResponseState.DeclinedToComment;
        return draft.Force switch
        {
            CueForce.Denied => draft.Negated ? null
            : Begins(verb, "den", "refut", "rebut", "disput") || HasClaim(words, draft) ? ResponseState.Denied
            : Begins(verb, "disagree") || (Begins(verb, "reject", "rebuff") && Any(words, draft, SpeechWord.Offer)) ? ResponseState.Rejected
            : null,
            CueForce.Dismissed => draft.Negated ? null
            : !Begins(verb, "dismiss", "minimi") || Any(words, draft, SpeechWord.Claim | SpeechWord.Offer) ? ResponseState.Dismissed
            : null,
            CueForce.Judged when Begins(verb, "welcom") => draft.Negated || !Any(words, draft, SpeechWord.Offer) ? null : ResponseState.Accepted,
            CueForce.Confirmed when Begins(verb, "confirm") => !IsSaid(words, draft.Head) ? null
            : draft.Negated ? ResponseState.NotAcknowledged
            : ResponseState.Confirmed,
            CueForce.Confirmed when Begins(verb, "conced") => draft.Negated ? null : ResponseState.Accepted,
            CueForce.Confirmed when draft.Negated && verb.StartsWith("acknowledg", StringComparison.Ordinal) => ResponseState.NotAcknowledged,
            CueForce.Declined when IsRefusalToSpeak(words, draft) => ResponseState.DeclinedToComment,
            CueForce.Said or CueForce.Claimed when IsSilence(words, draft) => ResponseState.DeclinedToComment,
            CueForce.Said or CueForce.Claimed when !draft.Negated && (SaysFalse(words, draft) || CallsFalse(words, draft)) => ResponseState.Denied,
            CueForce.Judged when HasClaim(words, draft) && Any(words, draft, SpeechWord.Nonsense | SpeechWord.False) =>
                ResponseState.Dismissed,
            _ => null,
        };
    }

    /// <summary>"Denied access to the port": nothing is said to be untrue.</summary>
    private static bool IsRefusalOfAGood(Words words, Draft draft) =>
        draft.Force == CueForce.Denied
        && draft.Content is [var first, ..]
        && Enumerable.Range(first.First, Math.Min(first.Count, 4)).Any(i => words.QuotationOf(i) < 0 && words.Is(i, SpeechWord.Good));

    /// <summary>"Was unable to confirm the reports": nothing is confirmed.</summary>
    private static bool IsUnable(Words words, Draft draft) =>
        draft.Force == CueForce.Confirmed
        && Enumerable.Range(Math.Max(words.Start(draft.Head), draft.Head - 3), Math.Min(3, draft.Head - words.Start(draft.Head)))
            .Any(i => words[i] is "unable" or "impossible");

    /// <summary>
    /// True for a verb that tells what somebody did or would not do ("confirmed", "has confirmed", "could not confirm"): "a way of confirming planets" and
    /// "needed to confirm it" tell no answer, nor does "if confirmed".
    /// </summary>
    private static bool IsSaid(Words words, int verb)
    {
        var before = verb - 1;
        while (before > words.Start(verb) && (words.IsNegation(before) || words.IsAdverb(before))) before--;
        return words.Feature(verb, "VerbForm").SequenceEqual("Fin") || (words.IsAuxiliary(before) && words[before] is not ("to" or "if"));
    }

    private static bool IsNoComment(Words words, TokenRange said)
    {
        for (var i = said.First; i < said.Last; i++)
        {
            if (words[i] == "no" && words[i + 1] == "comment" && words.QuotationOf(i) >= 0) return true;
        }
        return false;
    }

    private static ResponseState NonAnswer(Words words, Draft draft) => words[draft.Head] switch
    {
        "comment"
            when words[draft.Head - 1] is "not" or "n't" && words[draft.Head - 2] is "would" or "will" or "wo" or "could" or "can" or "ca" =>
            ResponseState.DeclinedToComment,
        "had" or "has" or "have" when words[draft.Cue.Last] is "about" or "of" or "on" => ResponseState.NotAcknowledged,
        "had" or "has" or "have" when words[draft.Cue.Last] == "comment" => ResponseState.DeclinedToComment,
        "referred" => ResponseState.DeclinedToComment,
        "commented" => ResponseState.NotAcknowledged,
        _ => ResponseState.DidNotRespond,
    };

    private static bool IsRefusalToSpeak(Words words, Draft draft)
    {
        for (var i = draft.Cue.Last; i <= draft.Cue.Last + 3; i++)
        {
            if (words.Is(i, SpeechWord.Speaking)) return true;
        }
        return false;
    }

    private static bool IsSilence(Words words, Draft draft) =>
        draft.Negated
        && words[draft.Head] is "say" or "comment" or "discuss" or "elaborate" or "disclose" or "specify" or "talk"
        && words[draft.Cue.First] is "would" or "will" or "wo" or "could"
        && draft.Negated;

    private static bool SaysFalse(Words words, Draft draft) =>
        draft.Content.Count == 1 && Length(draft) <= 14 && HasClaim(words, draft) && Any(words, draft, SpeechWord.False);

    /// <summary>"It is utterly false to suggest", "that is absolute nonsense", "I am totally innocent": said of what somebody else said.</summary>
    private static bool CallsFalse(Words words, Draft draft)
    {
        if (draft.Content.Count == 0) return false;
        var i = draft.Content[0].First;
        var last = Math.Min(draft.Content[0].Last, i + LongestCall);
        while (i <= last && words.IsMark(i)) i++;
        var isSelf = words.Is(i, WordSet.Male | WordSet.Female) || words[i] is "i" or "we";
        if (!isSelf && words[i] is not ("it" or "this" or "that")) return false;
        var wanted = isSelf ? SpeechWord.Innocent : SpeechWord.False | SpeechWord.Nonsense;
        for (i++; i <= last && (words.IsMark(i) || words.IsAuxiliary(i) || words.IsAdverb(i) || words.Tag(i) == Upos.Adj || words.Is(i, wanted)); i++)
        {
            if (words.Is(i, wanted)) return true;
        }
        return false;
    }

    private static int Length(Draft draft) => draft.Content.Sum(c => c.Count);

    private static bool Begins(string verb, params ReadOnlySpan<string> stems)
    {
        foreach (var stem in stems)
        {
            if (verb.StartsWith(stem, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private static bool HasClaim(Words words, Draft draft) => Any(words, draft, SpeechWord.Claim);

    private static bool Any(Words words, Draft draft, SpeechWord sets)
    {
        foreach (var range in draft.Content)
        {
            for (var i = range.First; i <= range.Last && i < range.First + 25; i++)
            {
                if (words.Is(i, sets)) return true;
            }
        }
        return false;
    }
}
