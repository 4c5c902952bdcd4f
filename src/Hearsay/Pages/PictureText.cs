using System.Text.RegularExpressions;

namespace Hearsay.Pages;

/// <summary>
/// Tells the words under and beside pictures by their form: "File -" at the start, a credit in brackets or after a slash at the end, an agency's name
/// set before a line without a final mark, and the present tense of those who describe what a picture shows.
/// Known limit: a caption that ends with a full stop and bears neither credit nor such words passes for text.
/// </summary>
internal static partial class PictureText
{
    private const int Longest = 1200;

    /// <summary>True where the paragraph as a whole is the text of a picture.</summary>
    public static bool IsCaption(string line)
    {
        if (line.Length > Longest) return false;
        if (
            Opening().IsMatch(line)
            || (EndsAsPicture(line) && Lent().IsMatch(line))
            || AgencyAfterSlash().IsMatch(line)
            || PhotoCreditAtEnd().IsMatch(line)
        )
            return true;
        var credit = BracketAtEnd().Match(line);
        if (credit.Success && Signatures().IsMatch(line)) return false;
        if (credit.Success && IsCredit(credit.Groups[1].Value, afterSentence: IsAfterSentence(line, credit.Index))) return true;
        return !CleanText.EndsWithMark(line)
            && (AgencyBefore().IsMatch(line) || AgencyLast().IsMatch(line) || Pictured().IsMatch(line) || IsSlashCredit(line));
    }

    private static bool EndsAsPicture(string line) =>
        line.AsSpan().TrimEnd('.') is var bare
        && (
            bare.EndsWith("photo", StringComparison.Ordinal)
            || bare.EndsWith("picture", StringComparison.Ordinal)
            || bare.EndsWith("image", StringComparison.Ordinal)
            || bare.EndsWith("photograph", StringComparison.Ordinal)
        );

    /// <summary>
    /// True where the paragraph describes what a picture shows: who stands where, or one person in the present tense without anything said.
    /// </summary>
    public static bool Describes(string line) =>
        line.Length <= Longest && !line.AsSpan().ContainsAny("\"“”") && (Place().IsMatch(line) || Posture().IsMatch(line));

    /// <summary>The end of a caption that stands before other text in one paragraph, just behind its credit; 0 where there is none.</summary>
    public static int EndOfGluedCaption(string paragraph)
    {
        if (!GluedStart().IsMatch(paragraph) && !Describes(paragraph[..Math.Min(paragraph.Length, Longest)])) return 0;
        var credit = GluedCredit().Match(paragraph, 0, Math.Min(paragraph.Length, Longest));
        return credit.Success && credit.Index + credit.Length < paragraph.Length ? credit.Index + credit.Length : 0;
    }

    /// <summary>
    /// A photographer's name, a slash, an agency or a paper; initials on both sides of a slash are those of the authors, and stand behind text.
    /// </summary>
    private static bool IsSlashCredit(string line) =>
        SlashCredit().Match(line) is { Success: true } match
        && match.Groups[1].Value is var lender
        && (Agencies.Of(lender) is not null || lender.Length >= 4);

    private static bool IsAfterSentence(string line, int bracket)
    {
        var i = bracket - 1;
        while (i >= 0 && (line[i] == ' ' || "\"”’'".Contains(line[i]))) i--;
        return i >= 0 && line[i] is '.' or '?' or '!';
    }

    /// <summary>
    /// Credits name a photographer, an agency or a lender: capitalised words, few of them. Behind a whole sentence that alone is enough.
    /// </summary>
    private static bool IsCredit(string inner, bool afterSentence)
    {
        if (TextCredit().IsMatch(inner)) return false;
        var words = inner.Split([' ', '/', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 14) return false;
        var named = words.All(w =>
            char.IsUpper(w[0])
            || w is "of" or "the" or "and" or "for" or "via" or "by" or "file" or "photo" or "courtesy" or "from" or "de" or "van" or "von" or "al"
            || char.IsDigit(w[0])
        );
        if (CreditWord().IsMatch(inner)) return named || inner.Length <= 30;
        return afterSentence && named && words.Length is >= 1 and <= 9 && Agencies.Of(inner) is null && inner.Length >= 4 && !inner.Any(char.IsDigit);
    }

    [GeneratedRegex(
        @"^(?:FILE|File)(?: PHOTO| Photo| photo| IMAGE| image)? ?[-–—:]|^(?:FILE PHOTO|File photo|Handout photo|Undated photo)\b|^In this (?:[\w.,'’-]+ ){0,14}(?:photo|photograph|image|picture|frame grab|still|illustration|combination)\b|^(?:Image|Photo|Picture)s? (?:copyright|source|caption|credit)\b|^\(?(?:Image|Photo|Picture|Photograph|Credit|Photos)s?: |^©|^Enlarge this image|^Photos: |^\d{1,3} of \d{1,3}\.? (?=[A-Z])"
    )]
    private static partial Regex Opening();

    [GeneratedRegex(@"\bin (?:this|an?) (?:[\w.,’']+ ){0,6}(?:file|handout|undated) (?:photo|picture|image|photograph)\.?$")]
    private static partial Regex Lent();

    [GeneratedRegex(
        @"(?:REUTERS|Reuters|AFP|AP|EPA|UPI|PA|TASS|Xinhua|Getty Images|GETTY IMAGES|Shutterstock|AAP|ANI|PTI) ?/ ?[A-Z][\w.'’ -]{2,60}\.?$"
    )]
    private static partial Regex AgencyAfterSlash();

    [GeneratedRegex(
        @"(?:\b(?:Photograph|Photo|Picture|Pic|Image|Credit|Photo credit|Photo courtesy)s?: ?[A-Z©][^.?!]{1,80}\.?$)|(?:[.?!”""] (?:Photo|Photograph|Picture|Image)s? (?:by|courtesy of) [A-Z][^.?!]{1,60}\.?$)"
    )]
    private static partial Regex PhotoCreditAtEnd();

    [GeneratedRegex(@"[([]([^()[\]]{2,110})[)\]][.]?$")]
    private static partial Regex BracketAtEnd();

    // the end of a whole report: its authors' initials before the agencies, or several agencies
    [GeneratedRegex(
        @"(?:[.?!”""] (?:[a-z]{2,4}(?:[/,] ?[a-z]{2,4}){0,4} )?\((?:[A-Z]{2,9}|dpa|Reuters|Xinhua)(?:(?:, ?|/| and )(?:[A-Z]{2,9}|dpa|Reuters|Xinhua))+\)|[.?!”""] [a-z]{2,4}/[a-z]{2,4} \([A-Za-z ]{2,20}\))\.?$"
    )]
    private static partial Regex Signatures();

    [GeneratedRegex(@"\b(?:Reporting|Writing|Editing|Edited|Additional|Compiled|Created|With inputs?|Source)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TextCredit();

    [GeneratedRegex(
        @"\b(?:[Pp]hotos?|PHOTOS?|[Pp]hotographs?|[Ii]mages?|[Pp]ictures?|[Pp]ictured|[Ff]ile|FILE|Credit|[Cc]ourtesy|[Hh]andout|HANDOUT|via|Pool|POOL|Getty|GETTY|Shutterstock|EPA|Alamy|AFP|Screengrab|[Ss]creenshot)\b|\b(?:AP|Reuters|REUTERS) ?/|/ ?(?:AP|Reuters|REUTERS|Associated Press|The Associated Press|EPA|AFP|The [A-Z]\w+ [A-Z]\w+)\b"
    )]
    private static partial Regex CreditWord();

    [GeneratedRegex(
        @"^(?:Getty Images|GETTY IMAGES|GETTY|Getty|EPA|AFP|REUTERS|Reuters|AP:? ?Associated Press|Rex Features|Alamy|PA|Splash News|Shutterstock)(?: - [A-Z]\w+)? (?=[A-Z])"
    )]
    private static partial Regex AgencyBefore();

    [GeneratedRegex(
        @"(?:\b(?:Getty Images|AP Photo|AFP|EPA|Shutterstock|iStock|Unsplash|Reuters|REUTERS|Alamy))$|[\w”""'] ?\((?:AP|AFP|EPA|Reuters|REUTERS|PA|NASA|ANI|PTI)\)$"
    )]
    private static partial Regex AgencyLast();

    [GeneratedRegex(@"\b[A-Z][\w.'’-]+ [A-Z][\w.'’-]+ ?/ ?([A-Z]\w+(?: [A-Z]\w+){0,3})$")]
    private static partial Regex SlashCredit();

    [GeneratedRegex(@"^Pictured[,:]? |, pictured(?: [\w ]{1,40})?,|\(pictured\b[^()]{0,60}\)")]
    private static partial Regex Pictured();

    [GeneratedRegex(
        @", (?:far |second |third |top |bottom )?(?:left|right|center|centre|second left|second right)\b(?: in [\w ]+)?,|\((?:L|R|C|left|right|center|centre|C-R|C-L|pictured|front|back|rear|above|below|L-R)\)|^Pictured[,:]? |\b(?:pictured|seen) (?:here|above|below|left|right)\b|\(\d{1,2}\) .{3,80}\((?:\d{1,2})\)"
    )]
    private static partial Regex Place();

    [GeneratedRegex(
        @"^(?:(?:A|An|The|Two|Three|Several|Some) )?(?:[\w.'’-]+,? ){1,9}?(?:speaks?|stands?|sits?|walks?|looks? on|holds?|poses?|waves?|gestures?|shakes? hands|smiles?|embraces?|salutes?|listens?|talks?|is seen|are seen|is pictured|are pictured|reacts|gathers?|wades?|hugs?|kisses|chats?|inspects?|clears?|pass(?:es)? by|watch(?:es)?) (?:\w+ )*?(?:at|in|into|on|to|during|with|while|outside|near|after|before|by|behind|past|through|along|as|over|under|the|a|an|his|her|their)\b"
    )]
    private static partial Regex Posture();

    [GeneratedRegex(@"^(?:FILE|File) ?[-–—]|^(?:FILE PHOTO|File photo)|^In this ")]
    private static partial Regex GluedStart();

    [GeneratedRegex(
        @"\((?:AP Photo|Photo|Photo by|Image|File|AFP|Reuters|EPA|Getty)[^()]{0,80}\) |\([A-Z][^()]{2,50}/(?:AP|Associated Press|Getty Images|Reuters|AFP|EPA)[^()]{0,30}\) |\([A-Z][^()]{2,50} via AP\) "
    )]
    private static partial Regex GluedCredit();
}
