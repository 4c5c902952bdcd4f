using System.Reflection;
using System.Text.RegularExpressions;

namespace Hearsay.Tests.Rules;

/// <summary>
/// No regular expression of the engine takes time out of proportion, whatever a page holds: each is run over its own words and marks repeated, alone
/// and in pairs, which is what makes an expression try the same stretch in ever new ways ("AND AND AND ..." where a word is both a name in capitals
/// and a particle took one minute for each paragraph of 160 characters).
/// </summary>
public sealed partial class ExpressionCostTests
{
    private const int Length = 700;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static IEnumerable<TheoryDataRow<string>> Types() =>
        typeof(Hearsay.Pages.PageReader)
            .Assembly.GetTypes()
            .Where(t => Expressions(t).Any())
            .Select(t => t.FullName!)
            .Order(StringComparer.Ordinal)
            .Select(n => new TheoryDataRow<string>(n));

    [Theory]
    [MemberData(nameof(Types))]
    public void Expressions_are_quick_on_their_own_words_repeated(string type)
    {
        foreach (var method in Expressions(typeof(Hearsay.Pages.PageReader).Assembly.GetType(type)!))
        {
            var own = (Regex)method.Invoke(null, null)!;
            // the same expression with a limit of time, which the compiled one does not have
            var limited = new Regex(own.ToString(), own.Options, Limit);
            foreach (var input in Inputs(own.ToString()))
            {
                try
                {
                    _ = limited.IsMatch(input);
                }
                catch (RegexMatchTimeoutException)
                {
                    Assert.Fail($"{type}.{method.Name} takes more than {Limit.TotalSeconds} s for {input[..40]}...");
                }
            }
        }
    }

    private static IEnumerable<MethodInfo> Expressions(Type type) =>
        type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(m => m.ReturnType == typeof(Regex) && m.GetParameters().Length == 0);

    private static IEnumerable<string> Inputs(string expression)
    {
        var words = Word()
            .Matches(expression)
            .Select(m => m.Value)
            .Concat(["A", "Ab", "AB", "a", "1", "12", "“", "(", ".", ","])
            .Distinct(StringComparer.Ordinal)
            .Take(24)
            .ToList();
        string[] marks = [" ", "", ", ", "-", "."];
        foreach (var word in words)
        {
            foreach (var mark in marks) yield return Repeated(word + mark);
        }
        for (var i = 0; i + 1 < words.Count; i++) yield return Repeated(words[i] + " " + words[i + 1] + " ");
    }

    private static string Repeated(string part) => string.Concat(Enumerable.Repeat(part, (Length / part.Length) + 1)) + "\u0001";

    [GeneratedRegex(@"(?<!\\)[A-Za-z]{2,}")]
    private static partial Regex Word();
}
