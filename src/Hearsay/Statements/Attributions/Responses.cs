namespace Hearsay.Statements.Attributions;

/// <summary>Tells answers from other speech: denials, confirmations, dismissals, refusals to comment, silence, welcome, rejection.</summary>
internal static class Responses
{
    public static ResponseState? Of(Words words, Draft draft)
    {
        if (draft.IsNonAnswer) return NonAnswer(words, draft);
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
            CueForce.Confirmed when verb.StartsWith("confirm", StringComparison.Ordinal) => draft.Negated
                ? ResponseState.NotAcknowledged
                : ResponseState.Confirmed,
            CueForce.Confirmed when draft.Negated && verb.StartsWith("acknowledg", StringComparison.Ordinal) => ResponseState.NotAcknowledged,
            CueForce.Declined when IsRefusalToSpeak(words, draft) => ResponseState.DeclinedToComment,
            CueForce.Said or CueForce.Claimed when IsSilence(words, draft) => ResponseState.DeclinedToComment,
            CueForce.Said or CueForce.Claimed when !draft.Negated && SaysFalse(words, draft) => ResponseState.Denied,
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
