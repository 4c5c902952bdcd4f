using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Pages;

/// <summary>
/// Cuts furniture off that stands in one paragraph with text: a date in front, a caption in front up to its credit, a break in the middle,
/// a box, a reference or a credit behind. Only forms that cannot be text are cut; the order of the words stays.
/// </summary>
internal static partial class GluedFurniture
{
    private const int Longest = 20_000;
    private const int LongestHead = 160;

    /// <summary>
    /// The paragraph in pieces: furniture with its kind, text without one. All its words are in one of them. A paragraph that stays whole has been
    /// judged by its words; its pieces have not.
    /// </summary>
    public static IEnumerable<Block> Split(Block block)
    {
        if (block.Text.Length > Longest || !block.IsBody) return [block];
        if (BylineWithDate(block) is { } head) return head;
        var pieces = new List<Block>();
        var rest = block;
        if (DateStatement.LeadingLength(block.Text) is > 0 and var date)
        {
            pieces.Add(block with { Text = block.Text[..date].Trim(), Kind = DroppedKind.DateLine });
            rest = block with { Text = block.Text[date..].Trim() };
        }
        if (FurnitureLine.KindOf(rest.Text) is { } kind) return [.. pieces, rest.Role == BlockRole.Quotation ? rest : rest with { Kind = kind }];
        foreach (var piece in AtBreaks(rest))
        {
            if (piece.IsBody) Edges(piece, pieces);
            else pieces.Add(piece);
        }
        return pieces;
    }

    /// <summary>
    /// "By Ann Lee May 5, 2031 9:45 am", "By Ann Lee | Published: 5 May 2031": a byline and the date behind it, which together are neither.
    /// </summary>
    private static Block[]? BylineWithDate(Block block)
    {
        if (block.Text.Length > LongestHead || block.Text[0] is not ('B' or 'b' or 'W' or 'w')) return null;
        var date =
            BeforeDate().Match(block.Text) is { Success: true } label ? label.Index
            : DateMentions.In(block.Text) is [var first, ..] ? first.Span.Start
            : 0;
        if (date == 0) return null;
        var (byline, rest) = (block.Text[..date].TrimEnd(' ', ',', '|', '·', '•', '-', '–', '—', '/'), block.Text[date..]);
        return BylineReader.IsByline(byline) && DateStatement.IsDateLine(rest)
            ? [block with { Text = byline, Kind = DroppedKind.Other }, block with { Text = rest, Kind = DroppedKind.DateLine }]
            : null;
    }

    private static IEnumerable<Block> AtBreaks(Block block)
    {
        var start = 0;
        foreach (Match match in Breaks().Matches(block.Text))
        {
            if (Piece(block, start, match.Index) is { } before) yield return before;
            yield return block with { Text = block.Text.Substring(match.Index, match.Length).Trim(), Kind = DroppedKind.Advert };
            start = match.Index + match.Length;
        }
        if (Piece(block, start, block.Text.Length) is { } rest) yield return rest;
    }

    private static Block? Piece(Block block, int start, int end) =>
        block.Text[start..end].Trim() is { Length: > 0 } text ? block with { Text = text } : null;

    private static void Edges(Block block, List<Block> pieces)
    {
        var text = block.Text;
        if (PictureText.EndOfGluedCaption(text) is > 0 and var caption)
        {
            pieces.Add(block with { Text = text[..caption].Trim(), Kind = DroppedKind.Caption });
            text = text[caption..].Trim();
        }
        var tail = new Stack<Block>();
        while (CutTail(text) is { } cut)
        {
            tail.Push(block with { Text = text[cut.At..].Trim(), Kind = cut.Kind });
            text = text[..cut.At].Trim();
        }
        Sentences(block with { Text = text }, pieces);
        pieces.AddRange(tail);
    }

    private static (int At, DroppedKind Kind)? CutTail(string text)
    {
        if (Credit().Match(text) is { Success: true, Index: > 0 } credit) return (credit.Index, DroppedKind.Other);
        if (Reference().Match(text) is { Success: true, Index: > 0 } reference) return (reference.Index, DroppedKind.Crossref);
        if (
            text.AsSpan(Math.Max(0, text.Length - 2)).Contains(')')
            && Signature().Match(text) is { Success: true, Index: > 0 } signature
            && !Agencies.Signing(signature.Value).IsEmpty
        )
            return (signature.Index, DroppedKind.Other);
        if (LoneAgency().Match(text) is { Success: true, Index: > 0 } lone && Agencies.Of(lone.Value) is not null)
            return (lone.Index, DroppedKind.Other);
        return null;
    }

    /// <summary>
    /// Whole sentences at either end that are furniture by themselves; in the middle there is text on both sides, and more caution is due.
    /// </summary>
    private static void Sentences(Block block, List<Block> pieces)
    {
        if (block.Text.Length == 0) return;
        var sentences = RoughSentences.Of(block.Text);
        var first = 0;
        while (first < sentences.Length - 1 && KindOf(block.Text, sentences[first]) is { } kind)
            pieces.Add(block with { Text = sentences[first++].Of(block.Text), Kind = kind });
        var last = sentences.Length - 1;
        while (last > first && KindOf(block.Text, sentences[last]) is not null) last--;
        pieces.Add(block with { Text = block.Text[sentences[first].Start..sentences[last].End] });
        for (var i = last + 1; i < sentences.Length; i++)
            pieces.Add(block with { Text = sentences[i].Of(block.Text), Kind = KindOf(block.Text, sentences[i]) });
    }

    private static DroppedKind? KindOf(string text, TextSpan sentence)
    {
        var words = sentence.Of(text);
        var kind = words.AsSpan().ContainsAny("\"“”") ? null : FurnitureLine.PatternKind(words);
        return kind switch
        {
            DroppedKind.Newsletter or DroppedKind.Subscribe or DroppedKind.Promo or DroppedKind.Advert or DroppedKind.Share => kind,
            DroppedKind.Other or DroppedKind.Bio when sentence.End == text.Length => kind,
            DroppedKind.Crossref when CleanText.EndsWithMark(words) && words.Contains("here", StringComparison.Ordinal) => DroppedKind.Crossref,
            _ => null,
        };
    }

    [GeneratedRegex(@"\b(?:(?:[Ff]irst |[Ll]ast )?(?:[Pp]ublished|PUBLISHED|[Uu]pdated|UPDATED|[Pp]osted|POSTED))\b")]
    private static partial Regex BeforeDate();

    [GeneratedRegex(
        @"(?:ADVERTISEMENT|Advertisement) ?(?:- ?)?(?:Continue [Rr]eading (?:the [Mm]ain [Ss]tory|[Bb]elow)|Scroll to continue|Story continues below)|(?:Story|Article|Text|STORY|ARTICLE) (?:[Cc]ontinues|CONTINUES) (?:[Bb]elow|[Aa]fter|BELOW|AFTER)(?: (?:this |the )?(?:ad\b|advertisement|video|gallery|photo))?|(?:SKIP|Skip) ADVERTISEMENT|This advertisement has not loaded yet, but your article continues below\.?|Scroll down for video"
    )]
    private static partial Regex Breaks();

    [GeneratedRegex(
        @"\([A-Z][a-z]+ by [^()]{2,200}[,;] ?(?:[A-Za-z]+ )?[Ee]dit\w{2,4} by [^()]{2,120}\)\.?$|[([](?:Additional |Extra |Further )?(?:[Rr]eporting|REPORTING|[Ww]riting|[Ee]diting|Edited|Compiled|Written|Created|This story|[Ww]ith (?:inputs?|files|additional|reporting))\b[^()\]]{2,400}[)\]]\.?(?: ?n[A-Z0-9]{6,12})?$|(?<=[.!?”""’] )(?:Copyright|©|\(c\)) ?(?:©|\(c\))? ?(?:19|20)\d\d\b.{2,300}$|(?<=[.!?”""’] ?)[—–-]+ ?(?:[Ww]ith (?:files|inputs?|reporting|additional reporting|agencies)|[Aa]dditional reporting)\b[^.]{2,160}\.?$|(?<=[.!?”""’] )(?:Additional reporting|Reporting|Editing|Writing) (?:by|from)\b[^.!?]{3,200}\.?$"
    )]
    private static partial Regex Credit();

    [GeneratedRegex(
        @"(?<=[.!?”""’)] )(?:READ MORE|READ ALSO|Read [Mm]ore|Read [Aa]lso|SEE ALSO|See [Aa]lso|ALSO READ|Also [Rr]ead|RELATED|Related|WATCH|MORE|READ)(?: ?[:|>»]| ?[-–—] ).{2,160}(?<![.])$"
    )]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?<=[.!?”""’)] )(?:[a-z]{2,4}(?:[/,] ?[a-z]{2,4}){0,4} )?\([A-Za-z][A-Za-z ,/;.-]{1,60}\)\.?$")]
    private static partial Regex Signature();

    [GeneratedRegex(@"(?<=[.!?”""’] )(?:[-–—]{1,2} ?[A-Z][A-Za-z ./]{1,30}|\([A-Z][A-Za-z /.]{1,30}\)|[A-Z]{2,5}(?:/[A-Z]{2,5})?)$")]
    private static partial Regex LoneAgency();
}
