using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hearsay.Lab.Code;

/// <summary>
/// Which files use each other: a file uses those in which the types stand that its names mean. Circles are strongly connected components of more than
/// one file (Tarjan 1972). What only the build generates (views, expressions) is not there, so a name that means it is passed over.
/// </summary>
internal sealed class FileCircles(SyntaxTree[] trees)
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private readonly Dictionary<string, HashSet<string>> uses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> lowest = new(StringComparer.Ordinal);
    private readonly Stack<string> open = [];
    private readonly List<List<string>> circles = [];

    /// <summary>Every circle, the largest first.</summary>
    public IEnumerable<List<string>> Find()
    {
        var known = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p => !Path.GetFileName(p).StartsWith("Hearsay", StringComparison.OrdinalIgnoreCase));
        var usings = CSharpSyntaxTree.ParseText(Usings, (CSharpParseOptions)trees[0].Options);
        var compilation = CSharpCompilation.Create("counted", trees.Append(usings), known.Select(p => MetadataReference.CreateFromFile(p)));
        foreach (var tree in trees) uses[tree.FilePath] = UsedBy(tree, compilation.GetSemanticModel(tree));
        foreach (var tree in trees)
        {
            if (!numbers.ContainsKey(tree.FilePath)) Visit(tree.FilePath);
        }

        return circles.OrderByDescending(c => c.Count).ThenBy(c => c.Min(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static HashSet<string> UsedBy(SyntaxTree tree, SemanticModel model)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var info = model.GetSymbolInfo(name);
            var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
            var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
            while (type?.ContainingType is { } outer) type = outer;
            if (type is not null) used.UnionWith(type.OriginalDefinition.DeclaringSyntaxReferences.Select(r => r.SyntaxTree.FilePath));
        }

        used.Remove(tree.FilePath);
        return used;
    }

    private void Visit(string file)
    {
        numbers[file] = lowest[file] = numbers.Count;
        open.Push(file);
        foreach (var used in uses[file].Where(uses.ContainsKey))
        {
            if (!numbers.ContainsKey(used)) Visit(used);
            if (open.Contains(used)) lowest[file] = Math.Min(lowest[file], lowest[used]);
        }

        if (lowest[file] != numbers[file]) return;
        var circle = new List<string>();
        do circle.Add(open.Pop());
        while (circle[^1] != file);
        if (circle.Count > 1) circles.Add(circle);
    }
}
