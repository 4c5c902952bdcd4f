using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Pages;

/// <summary>Tells furniture from text by the words of one line alone, without looking at what stands around it.</summary>
internal static partial class FurnitureLine
{
    private const int MostWords = 60;

    private static readonly ImmutableArray<LinePattern> Patterns =
    [
        .. DataFile.Lines("Pages/Data/furniture.txt").Select((line, i) => LinePattern.Parse(line, i)),
    ];

    private static readonly FrozenDictionary<string, ImmutableArray<LinePattern>> ByOpening = Patterns
        .SelectMany(p => p.Openings.Select(word => (word, p)))
        .GroupBy(x => x.word, x => x.p)
        .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());

    private static readonly FrozenSet<string> Inviting = new[]
    {
        "you", "your", "us", "our", "we", "click", "visit", "follow", "here", "subscribe", "sign", "inbox", "newsletter", "newsletters", "email",
        "e-mail", "app", "download", "register", "account",
        "twitter", "facebook", "instagram", "please", "comments", "<url>", "<email>", "<at>", "cookie", "cookies", "copyright", "advertisement",
        "caption", "hide", "enlarge",
    }.ToFrozenSet(StringComparer.Ordinal);

    // patterns that open with "*", by the words of which one has to be in the line
    private static readonly FrozenDictionary<string, ImmutableArray<LinePattern>> ByWord = Patterns.Where(p => p.Openings.IsEmpty)
        .SelectMany(p => p.Needed.Select(word => (word, p))).GroupBy(x => x.word, x => x.p).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());

    private static readonly SearchValues<string> Needed = SearchValues.Create([.. ByWord.Keys], StringComparison.OrdinalIgnoreCase);

    // all that any pattern or rule asks for
    private static readonly FrozenSet<string> Asked = Patterns.SelectMany(p => p.Words).Concat(Inviting).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What kind of furniture the line is; null where it may be text.</summary>
    public static DroppedKind? KindOf(string line)
    {
        if (line.Length == 0 || line[0] is '"' or '“' or '‘') return null;
        if (!line.Any(char.IsLetterOrDigit)) return DroppedKind.Other;
        if (
            ((line[0] == '(' || line.Length < 8 || line.Contains("Posted by ", StringComparison.Ordinal)) && StageDirection().IsMatch(line))
            || !Agencies.Signing(line).IsEmpty
        )
            return DroppedKind.Other;
        if (DateStatement.IsDateLine(line)) return DroppedKind.DateLine;
        if (line.Contains(':', StringComparison.Ordinal) && VideoTeaser().IsMatch(line) && !CleanText.EndsWithMark(line)) return DroppedKind.Video;
        if (BylineReader.IsByline(line)) return DroppedKind.Other;
        if (PatternKind(line) is { } kind) return kind;
        if (PageTail.IsBiography(line)) return DroppedKind.Bio;
        if (line.Length < 500 && Post().IsMatch(line)) return DroppedKind.Other;
        if (PictureText.IsCaption(line)) return DroppedKind.Caption;
        if (HeadlineLink().IsMatch(line)) return DroppedKind.Crossref;
        return Invitation(line);
    }

    /// <summary>The kind of the first pattern of Data/furniture.txt that the line has the form of.</summary>
    public static DroppedKind? PatternKind(string line)
    {
        if (line.Length > MostWords * 15 || !MayMatch(line)) return null;
        var tokens = LineTokens.Of(line, MostWords, Asked);
        if (tokens.Count is 0 or > MostWords) return null;
        var pattern = ByOpening.TryGetValue(tokens[0], out var opened) ? opened.FirstOrDefault(p => p.Matches(tokens)) : null;
        pattern ??= FirstByWord(tokens);
        return pattern is null || (pattern.Kind is not (DroppedKind.Other or DroppedKind.Bio or DroppedKind.DateLine) && ReadsAsText(line, tokens))
            ? null
            : pattern.Kind;
    }

    /// <summary>
    /// False where the line neither opens as any pattern does nor has any of their words; most lines of a text need no further look.
    /// </summary>
    private static bool MayMatch(string line) =>
        line.AsSpan().ContainsAny(Needed) || (LineTokens.Of(line, 0, Asked) is [var first, ..] && ByOpening.ContainsKey(first));

    private static LinePattern? FirstByWord(List<string> tokens)
    {
        LinePattern? first = null;
        foreach (var token in tokens)
        {
            if (token.Length == 0 || !ByWord.TryGetValue(token, out var needed)) continue;
            foreach (var pattern in needed)
            {
                if ((first is null || pattern.Order < first.Order) && pattern.Matches(tokens)) first = pattern;
            }
        }
        return first;
    }

    /// <summary>A long finished sentence that neither names a label in front nor turns to the reader is text, whatever words it opens with.</summary>
    private static bool ReadsAsText(string line, List<string> tokens) =>
        tokens.Count > 12 && line[^1] == '.' && !tokens.Take(5).Contains(":") && !tokens.Any(Inviting.Contains);

    /// <summary>A box that speaks to the reader about letters, accounts and terms: two or more such words, and "you" or a command.</summary>
    private static DroppedKind? Invitation(string line)
    {
        if (line.Length > 900 || line.AsSpan().ContainsAny("\"“”") || !Address().IsMatch(line)) return null;
        var letters = Letters().Count(line);
        var accounts = Accounts().Count(line);
        if (letters + accounts + Terms().Count(line) < 2) return null;
        return letters > 0 ? DroppedKind.Newsletter : accounts > 0 ? DroppedKind.Subscribe : null;
    }

    // what a transcript says that was heard, the initials of those who wrote and edited, and the source of a post
    [GeneratedRegex(
        @"^\([A-Z][A-Z ,'’:-]{3,80}\)$|^[a-z]{2,3}/[a-z]{2,3}$|\bPosted by .{2,60} on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]+ \d{1,2}, \d{4}$"
    )]
    private static partial Regex StageDirection();

    [GeneratedRegex(@"^(?:[▶►] ?)?\d{1,2}:\d{2}(?::\d{2})? (?=\S)|^\S.{3,150} \d{1,2}:\d{2}$")]
    private static partial Regex VideoTeaser();

    // a post of a social network that stands in the page as its own box: signed with name, handle and day
    [GeneratedRegex(@"[—–-]{1,2} .{1,60} \(@\w{1,30}\) (?:[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})$")]
    private static partial Regex Post();

    // one link in brackets, or a shouted label with however many headlines run together behind it
    [GeneratedRegex(@"^\[ ?[A-Z‘“'""][^\[\]]{12,200} ?\]$|^(?:MOST (?:READ|POPULAR|VIEWED|SHARED|WATCHED)|RELATED (?:ARTICLES|STORIES)) [A-Z0-9]")]
    private static partial Regex HeadlineLink();

    [GeneratedRegex(@"\b(?:[Yy]ou|[Yy]our)\b|(?:^|[.!?] )(?:Sign|Get|Subscribe|Click|Enter|Register|Join|Receive|Download|Follow|Support|Log)\b")]
    private static partial Regex Address();

    [GeneratedRegex(
        @"\b(?:newsletters?|(?:your|an) (?:e-?mail )?inbox|e-?mail (?:address|alerts?)|daily e-?mail|sign(?:ing)? up|unsubscribe|delivered (?:straight |directly |right )?to|invalid email)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Letters();

    [GeneratedRegex(
        @"\b(?:subscribe|subscribers?|subscription|log ?in|sign in|your account|an account|free trial|unlimited access|full access|register)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Accounts();

    [GeneratedRegex(
        @"\b(?:privacy (?:policy|notice)|terms (?:and conditions|of (?:use|service|sale))|cookie policy|you (?:agree|consent|accept|acknowledge)|have read and agree|click(?:ing)? (?:on )?(?:here|the)|opt out)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Terms();
}
