using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Reconciliation.Sameness;
using Hearsay.Sources;
using Hearsay.Statements;
using Hearsay.Stories;
using Hearsay.Text;

namespace Hearsay.Lab.Sameness;

/// <summary>What states something.</summary>
internal enum StretchKind : byte
{
    /// <summary>A claim in the gold's own words.</summary>
    Claim, Sentence, Clause,
}

/// <summary>A stretch and a sentence of a report of one story: does the sentence state what the stretch states?</summary>
/// <param name="Story">Index of the story among the corpus'.</param>
/// <param name="Stretch">Its number among the story's stretches of this kind.</param>
/// <param name="States">Every claim of the stretch stands in the sentence, one at least in full.</param>
/// <param name="Touches">Some claim of the stretch stands in the sentence, in full or in part.</param>
/// <param name="IsUnsure">All claims stand there, but none in full: neither taught nor counted as wrong.</param>
internal sealed record JudgedStretch(int Story, StretchKind Kind, int Stretch, bool States, bool Touches, bool IsUnsure, double[] Features);

/// <summary>
/// The stories with matrix gold, read, with stretches that are known to state claims of the gold (the claims themselves as the gold words them, sentences,
/// and clauses as far as one can tell which of their sentence's claims they state) beside every sentence that comes near.
/// </summary>
internal sealed class StatedCorpus
{
    /// <summary>A clause states a claim of its sentence where it has this share of what the sentence has of the claim's words.</summary>
    private const double Belongs = 0.75;

    /// <summary>Stories are left out in so many turns.</summary>
    public const int Turns = 10;

    private readonly Lazy<Boosting> boosting;
    private readonly List<JudgedStretch> taught;

    /// <summary>Reads the reports of these stories.</summary>
    public StatedCorpus(IEnumerable<MatrixGold> stories)
    {
        Stories = [.. stories];
        Reports = [.. Stories.Select(s => s.Ids.Select(id => FileOf(s.Folder, id)).AsParallel().AsOrdered().Select(f => (File: f, Report: Read(f))).Where(r => r.Report is not null).ToArray())];
        Rows = [.. Enumerable.Range(0, Stories.Length).AsParallel().AsOrdered().SelectMany(s => Judged(Stories[s], s))];
        // of what is not stated every third row is enough
        taught = [.. Rows.Where((r, i) => !r.IsUnsure && (r.Touches || i % 3 == 0))];
        boosting = new Lazy<Boosting>(() => new Boosting([.. taught.Select(r => r.Features)], new BoostingOptions()));
    }

    /// <summary>The reports are read deeply, as `brief` reads them.</summary>
    public DeepReadings Deep { get; } = new();

    public MatrixGold[] Stories { get; }

    public (string File, Report? Report)[][] Reports { get; }

    public List<JudgedStretch> Rows { get; }

    /// <summary>Sentences and clauses beside their edited copies: measured, not taught.</summary>
    public IEnumerable<JudgedStretch> Made => Enumerable.Range(0, Stories.Length).AsParallel().AsOrdered().SelectMany(OfCopy);

    /// <summary>For each story a judge that saw neither it nor some others.</summary>
    public SameJudge[] Judges()
    {
        var turns = Enumerable.Range(0, Turns).AsParallel().AsOrdered().Select(t => Judge(s => TurnOf(s) != t)).ToArray();
        return [.. Stories.Select((_, s) => turns[TurnOf(s)])];
    }

    /// <summary>The turn in which a story is left out.</summary>
    public static int TurnOf(int story) => story % Turns;

    /// <summary>A judge that did not see the story of this name.</summary>
    public SameJudge JudgeWithout(string story)
    {
        var left = Array.FindIndex(Stories, s => s.Name == story);
        var judge = Judge(s => s != left);
        return judge with { Question = new QuestionCorpus(this, [.. Stories.Select(_ => judge)]).Grow(s => s != left) };
    }

    /// <summary>A judge that learned from the stories of these numbers; it knows nothing of figures.</summary>
    public SameJudge Judge(Func<int, bool> from) => 
        new(
            Grow(r => from(r.Story), r => r.Touches),
            Grow(r => from(r.Story) && r.Kind == StretchKind.Sentence, r => r.States),
            Grow(r => from(r.Story) && r.Kind != StretchKind.Sentence, r => r.States),
            new TreeEnsemble(double.NegativeInfinity, []));

    private TreeEnsemble Grow(Func<JudgedStretch, bool> from, Func<JudgedStretch, bool> answer) =>
        boosting.Value.Grow([.. taught.Select(answer)], [.. taught.Select(r => !from(r) ? 0 : r.Touches ? 1.0 : 3)]);

    private List<JudgedStretch> Judged(MatrixGold gold, int story)
    {
        var reports = Reports[story];
        var text = new StoryText(StoryCast.Merge(StoryGrouper.Tell([.. reports.Select(r => r.Report!)])));
        var sentences = new NearSentences(text);
        var files = reports.ToDictionary(r => r.Report!.Article.Id, r => r.File, StringComparer.Ordinal);
        var stated = text.Reports.SelectMany(r => Stated(gold, files[r.Id], r)).ToArray();
        var claims = gold.Claims.ToDictionary(c => c.Key, c => Claim(text, c.Value), StringComparer.Ordinal);
        var rows = new List<JudgedStretch>();
        foreach (var (id, claim) in claims) Add(StretchKind.Claim, claim, [id], null);
        foreach (var sentence in sentences.All)
            Add(StretchKind.Sentence, sentence, stated[sentences.PlaceOf(sentence)].Mine, sentence.Report);

        foreach (var clause in Propositions.Of(text))
        {
            var sentence = text.Reports.Take(clause.Report.Order).Sum(r => r.Sentences.Length) + clause.Sentence;
            var mine = stated[sentence].Mine.Where(c => Found(claims[c], clause) >= Belongs * Found(claims[c], sentences.All[sentence])).ToHashSet(StringComparer.Ordinal);
            if (mine.Count > 0 || stated[sentence].Mine.Count == 0) Add(StretchKind.Clause, clause, mine, clause.Report);
        }

        return rows;

        void Add(StretchKind kind, Stretch stretch, HashSet<string> mine, ReportText? own)
        {
            if (stretch.Words.Stems.Count < (kind == StretchKind.Claim ? 1 : Propositions.FewestWords)) return;
            var near = sentences.Of(stretch, own);
            var features = StretchFeatures.Of(stretch, near, sentences);
            var number = rows.Count == 0 ? 0 : rows[^1].Stretch + 1;
            for (var i = 0; i < near.Count; i++)
            {
                var there = stated[sentences.PlaceOf(near[i].Sentence)];
                var (all, some) = (mine.Count > 0 && mine.IsSubsetOf(there.Any), mine.Overlaps(there.Any));
                var full = mine.Overlaps(there.Full);
                var (states, unsure) = kind == StretchKind.Sentence ? (all, false) : (full, some && !full);
                rows.Add(new JudgedStretch(story, kind, number, states, some, unsure, features[i]));
            }
        }
    }

    /// <summary>Sentences and clauses of one of the reports beside the same of an edited copy of it, where nothing exact tells them apart already.</summary>
    private List<JudgedStretch> OfCopy(int story)
    {
        var (rows, reports) = (new List<JudgedStretch>(), Reports[story].Select(r => r.Report!).ToArray());
        var original = reports.OrderBy(r => r.Article.Id, StringComparer.Ordinal).ElementAt(story % reports.Length);
        var copy = new EditedCopy(original);
        var text = new StoryText(StoryGrouper.Tell([.. reports, Reader.Read(copy.Article, Deep)]));
        var sentences = new NearSentences(text);
        var (one, other) = (text.Reports.First(r => r.Id == original.Article.Id), text.Reports.First(r => r.Id == copy.Article.Id));
        if (one.Sentences.Length != other.Sentences.Length) return rows;
        foreach (var stretch in sentences.All.Concat(Propositions.Of(text)).Where(s => s.Report == one && s.Words.Stems.Count >= Propositions.FewestWords))
        {
            var near = sentences.Of(stretch, one);
            var at = near.FindIndex(n => n.Sentence.Report == other && n.Sentence.Sentence == stretch.Sentence);
            if (at < 0 || !stretch.MayBeStatedBy(near[at].Sentence)) continue;
            var features = StretchFeatures.Of(stretch, near, sentences)[at];
            var edit = copy.Edits[stretch.Sentence];
            var states = edit is not { } e || (stretch.IsClause && !(stretch.Span.Contains(e.Start) || stretch.Span.Overlaps(e)));
            rows.Add(new JudgedStretch(story, stretch.IsClause ? StretchKind.Clause : StretchKind.Sentence, rows.Count, states, true, false, features));
        }

        return rows;
    }

    private static double Found(Stretch claim, Stretch stretch)
    {
        var (most, place) = (new float[claim.Words.Stems.Count], new int[claim.Words.Stems.Count]);
        claim.Words.Align(stretch.Words, most, place);
        return most.Select((m, i) => claim.Words.Weights[i] * ContentWords.Found(m, stretch.Words.Distinct.Contains(claim.Words.Stems[i]))).Sum();
    }

    /// <summary>A claim as the gold words it, read as a report of its own.</summary>
    private Stretch Claim(StoryText story, string text)
    {
        var report = new ReportText(Reader.Read(new Article { Id = "claim", Text = text }, Deep), -1);
        return new Stretch(story, report, 0, [new TextSpan(0, text.Length)], []);
    }

    private static Claims[] Stated(MatrixGold gold, string file, ReportText report)
    {
        var (raw, id) = (GoldFiles.RawText(file), Path.GetFileNameWithoutExtension(file));
        return
        [
            .. SentenceMap.Of(raw, MatrixGold.Sentences(raw), report.Text, report.Sentences).Select(numbers =>
            {
                var full = numbers.SelectMany(n => gold.Full($"{id}:{n}")).ToHashSet(StringComparer.Ordinal);
                var any = numbers.SelectMany(n => gold.Part($"{id}:{n}")).Concat(full).ToHashSet(StringComparer.Ordinal);
                var mine = full.Count > 0 ? full : any;
                var weighty = mine.Where(c => gold.Salience[c] >= 2).ToHashSet(StringComparer.Ordinal);
                return new Claims(full, any, weighty.Count > 0 ? weighty : mine);
            }),
        ];
    }

    private Report? Read(string file)
    {
        var (pages, failures) = (new List<RawPage>(), new List<Failure>());
        FileReader.Read(file, pages, failures);
        return pages.Count == 0 ? null : Reader.Read(pages[0], Deep).Report;
    }

    private static string FileOf(string folder, string id) => Path.Combine(folder, id + (File.Exists(Path.Combine(folder, id + ".json")) ? ".json" : ".txt"));

    /// <summary>The claims that a sentence states: in full, in any way, and those that decide whether another sentence states the same.</summary>
    private sealed record Claims(HashSet<string> Full, HashSet<string> Any, HashSet<string> Mine);
}
