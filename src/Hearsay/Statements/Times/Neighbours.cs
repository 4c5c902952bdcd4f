namespace Hearsay.Statements.Times;

/// <summary>The lists of words that the rules look for beside a time.</summary>
internal static class Neighbours
{
    /// <summary>Abbreviated zones of time.</summary>
    public static readonly WordList Zones = new(
        "GMT", "UTC", "EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT", "BST", "CET", "CEST", "IST", "JST",
        "AEST", "AEDT");

    /// <summary>Words before a bare "17:30" that is a time of day.</summary>
    public static readonly WordList BeforeClock = new(
        "at", "around", "about", "by", "from", "until", "till", "before", "after", "since", "between", "approximately", "and", "to", "past");

    /// <summary>"the past", "the first" before a count.</summary>
    public static readonly WordList BeforeLength = new(
        "last", "past", "next", "first", "final", "coming", "previous", "following", "preceding", "ensuing", "initial", "remaining",
        "opening", "closing", "intervening", "entire");

    /// <summary>Words that lead to a month.</summary>
    public static readonly WordList ToMonth = new(
        "in", "since", "until", "till", "by", "from", "to", "of", "during", "before", "after", "between", "through", "throughout", "for",
        "and", "or");

    /// <summary>Words that qualify a month.</summary>
    public static readonly WordList OfMonth = new(
        "last", "next", "this", "early", "late", "mid", "every", "each", "earlier", "around", "about", "previous", "following", "coming",
        "past", "the", "a");

    /// <summary>Words after a season that stands by itself, not before a noun.</summary>
    public static readonly WordList AfterSeason = new(
        "and", "when", "after", "before", "as", "but", "to", "with", "or", "for", "because", "that", "he", "they", "it", "she", "we", "was",
        "is", "in");

    /// <summary>Adjectives between a count and its unit: "three full days".</summary>
    public static readonly WordList BetweenCountAndUnit = new(
        "full", "straight", "consecutive", "long", "more", "additional", "whole", "solid", "working", "business", "calendar", "successive",
        "short", "extra", "further", "odd", "other");

    /// <summary>Words after "the past" that stands by itself.</summary>
    public static readonly WordList AfterPast = new(
        "and", "but", "when", "to", "that", "as", "with", "for", "by", "he", "she", "it", "they", "we", "have", "has", "had", "is");

    /// <summary>Words of what is to come.</summary>
    public static readonly WordList Plans = new(
        "will", "ll", "shall", "due", "scheduled", "expected");

    /// <summary>Frequent verbs of the past that do not end in -ed.</summary>
    public static readonly WordList Past = new(
        "said", "was", "were", "had", "did", "told", "began", "came", "went", "took", "made", "got", "saw", "won", "lost", "left", "met",
        "fell", "rose", "held", "gave", "became", "spoke", "wrote", "shot", "found", "struck", "led", "broke", "sent", "hit", "killed",
        "since", "ago");

    /// <summary>Abbreviations whose point does not end a sentence.</summary>
    public static readonly WordList Abbreviations = new(
        "Mr", "Mrs", "Ms", "Dr", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "Sgt", "St", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec");

    /// <summary>Words of texts about business.</summary>
    public static readonly WordList Business = new(
        "earnings", "revenue", "revenues", "profit", "profits", "GDP", "economy", "sales", "shareholders", "inflation", "quarterly",
        "financial", "financials");

    /// <summary>Words between "the" and units without a count: "the final days".</summary>
    public static readonly WordList BeforeUnits = new(
        "past", "last", "next", "following", "previous", "intervening", "preceding", "succeeding", "ensuing", "subsequent", "final",
        "early", "first", "closing", "opening");

    /// <summary>Words before units that stand without count and article: "for months".</summary>
    public static readonly WordList BeforeBareUnits = new(
        "for", "within", "in", "over", "by", "through", "take", "takes", "took", "taken", "last", "lasted", "lasting", "spent", "spend",
        "spending", "just", "only", "mere", "after", "until", "than", "even", "additional", "long", "waited", "or", "and", "wait", "more",
        "to");

    /// <summary>Words after "that day" that is a time, not "that day labourer".</summary>
    public static readonly WordList AfterThatDay = new(
        "was", "were", "with", "in", "at", "by", "and", "when", "he", "she", "they", "the", "it", "as", "to", "from", "had", "after",
        "before", "would");

    /// <summary>Parts of a year, month or week: "the end of the year".</summary>
    public static readonly WordList PartsOfUnit = new(
        "end", "start", "beginning", "middle", "rest", "remainder", "half", "part", "quarter", "close", "months", "weeks", "month");

    /// <summary>Words before four digits that number or count something.</summary>
    public static readonly WordList BeforeCounts = new(
        "number", "no", "nos", "flight", "route", "highway", "room", "resolution", "article", "page", "chapter", "section", "version",
        "model", "channel", "about", "some", "nearly", "almost", "than", "over", "approximately", "roughly", "least");

    /// <summary>Words that lead to a year.</summary>
    public static readonly WordList ToYear = new(
        "in", "since", "by", "until", "till", "during", "before", "after", "from", "between", "through", "throughout", "early", "late",
        "mid", "year", "years", "circa", "spring", "summer", "autumn", "fall", "winter", "the", "of", "for", "fiscal", "calendar");

    /// <summary>Words after four digits that say what there are so many of.</summary>
    public static readonly WordList CountedThings = new(
        "people", "percent", "per", "men", "women", "children", "troops", "million", "billion", "hundred", "km", "miles", "metres",
        "meters", "feet", "tons", "tonnes", "of", "local", "GMT", "hours", "hrs", "UTC", "other", "more");

    /// <summary>Words in -s after a year that are not things counted.</summary>
    public static readonly WordList NotCounted = new(
        "was", "has", "does", "elections", "sees", "saw", "its", "this", "games", "olympics", "always", "perhaps", "primaries", "protests",
        "attacks", "sanctions");
}
