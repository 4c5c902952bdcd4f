using Hearsay.Language.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hearsay.Lab.Code;

/// <summary>What one place of the code holds: its file below the root, a name or word, a number.</summary>
internal readonly record struct Count(string File, string What, int Number);

/// <summary>
/// Counts of C# files that tell how plainly they are written: by their syntax alone, and, for circles of files, by what each name in them means.
/// </summary>
internal sealed class CodeCounts
{
    private static readonly HashSet<string> Asking = new(StringComparer.Ordinal) { "Is", "IsAny", "StartsWith", "EndsWith", "Contains", "Equals" };

    /// <summary>Relations of Universal Dependencies and values of its features, which are no words of a text.</summary>
    private static readonly HashSet<string> NoEnglish =
    [
        .. LanguageModel.Shipped.Parser!.Relations.SelectMany(r => new[] { r, r.Split(':')[0] }),
        "Fin", "Ger", "Inf", "Part", "Past", "Pres", "Imp", "Ind",
    ];

    private readonly string root;
    private readonly SyntaxTree[] trees;

    /// <summary>Reads the C# files below a folder.</summary>
    public CodeCounts(string root)
    {
        this.root = root;
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        trees =
        [
            .. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                .Where(f => !IsBuilt(Path.GetRelativePath(root, f)))
                .Order(StringComparer.Ordinal)
                .Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), options, f)),
        ];
    }

    /// <summary>
    /// Methods and properties with their branches: one, and one more for each condition, loop, arm of a switch and operator that goes two ways
    /// (McCabe 1976, with what C# has had since); local functions and lambdas belong to what they stand in.
    /// </summary>
    public IEnumerable<Count> Branches() =>
        from tree in trees
        from member in tree.GetRoot().DescendantNodes()
        where member is BaseMethodDeclarationSyntax or PropertyDeclarationSyntax
        select new Count(FileOf(tree), NameOf(member), 1 + member.DescendantNodes().Count(IsBranch));

    /// <summary>
    /// English words that code asks for: literals of letters, one of them small, in patterns, on either side of an equals sign, and as what
    /// `Is`, `IsAny`, `StartsWith`, `EndsWith`, `Contains` and `Equals` are asked. Names of relations, of files and of formats are no English.
    /// </summary>
    public IEnumerable<Count> Words() =>
        from tree in trees
        from literal in tree.GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>()
        where literal.IsKind(SyntaxKind.StringLiteralExpression) && IsWord(literal.Token.ValueText) && IsAskedFor(literal)
        select new Count(FileOf(tree), literal.Token.ValueText, 1);

    /// <summary>
    /// The types that cut a text into words, by hand: what cuts a text cannot be told from what walks over it for another reason, so one that comes in
    /// must be named here.
    /// </summary>
    public IEnumerable<Count> Cutters() =>
        from cutter in new[] { "Tokenizer", "TimeLexer", "LexemeList", "ReportText", "Words" }
        from tree in trees
        from type in tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()
        where type.Identifier.Text == cutter && type.ParameterList is null && type.Modifiers.Any(SyntaxKind.InternalKeyword)
        where type.DescendantNodes().OfType<ParameterSyntax>().Any(p => p is { Type: PredefinedTypeSyntax, Identifier.Text: "text" })
        select new Count(FileOf(tree), cutter, 1);

    /// <summary>Groups of files each of which, by way of others, uses every other of its group; the largest first.</summary>
    public IEnumerable<string[]> Circles() =>
        new FileCircles(trees).Find().Select(c => c.Select(f => Path.GetRelativePath(root, f)).Order(StringComparer.Ordinal).ToArray());

    /// <summary>Lines of the files below a folder of the root.</summary>
    public int Lines(string folder) =>
        trees.Where(t => FileOf(t).StartsWith(folder + "/", StringComparison.Ordinal)).Sum(t => File.ReadLines(t.FilePath).Count());

    private static bool IsBuilt(string path) => path.Split('/', '\\').Any(p => p is "obj" or "bin");

    private string FileOf(SyntaxTree tree) => Path.GetRelativePath(root, tree.FilePath).Replace('\\', '/');

    private static string NameOf(SyntaxNode member) =>
        member switch
        {
            MethodDeclarationSyntax m => m.Identifier.Text,
            PropertyDeclarationSyntax p => p.Identifier.Text,
            _ => member.Ancestors().OfType<TypeDeclarationSyntax>().First().Identifier.Text,
        };

    private static bool IsBranch(SyntaxNode node) =>
        node is IfStatementSyntax or ConditionalExpressionSyntax or SwitchExpressionArmSyntax
        || node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax
        || node is CaseSwitchLabelSyntax or CasePatternSwitchLabelSyntax
        || node.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.OrPattern or SyntaxKind.CoalesceExpression;

    private static bool IsWord(string text) =>
        text.Length > 1 && text.Any(char.IsLower) && text.All(c => char.IsLetter(c) || c is ' ' or '-' or '\'' or '’') && !NoEnglish.Contains(text);

    private static bool IsAskedFor(LiteralExpressionSyntax literal)
    {
        foreach (var node in literal.Ancestors())
        {
            switch (node)
            {
                case ConstantPatternSyntax or CaseSwitchLabelSyntax:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression }:
                    return true;
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }:
                    return Asking.Contains(call.Expression is MemberAccessExpressionSyntax member ? member.Name.Identifier.Text : call.Expression.ToString());
                case StatementSyntax or MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }
}
