using System.Collections.Frozen;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Hearsay.Language;
using Hearsay.Statements.Attributions;
using Xunit.Sdk;
using Xunit.v3;

namespace Hearsay.Tests.Rules;

/// <summary>
/// `dotnet run dev.cs -- switches`: every pattern of attributions and every set of words is switched off in turn, and the tests of what reads texts are
/// run until one breaks. What breaks none is of no use, or nobody would notice if it went. Minutes long, so it runs where it is asked for alone.
/// </summary>
public sealed class SwitchedOffTests
{
    /// <summary>The folders of tests that may notice.</summary>
    private static readonly string[] Watching = ["Statements", "Cast", "Clauses", "Language", "Stories", "Copies", "Reconciliation", "Briefings"];

    /// <summary>Slower cases are left out: there are quick ones beside them.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(400);

    [Fact(Explicit = true)]
    public void Every_pattern_and_every_set_of_words_breaks_a_test_when_it_is_switched_off()
    {
        var cases = new TestCases(Watching, typeof(SwitchedOffTests)).Passing(Longest);
        Console.WriteLine($"{cases.Count} cases");
        var unnoticed = new List<string>();
        foreach (var (name, off) in Patterns().Concat(Sets<WordSet>(typeof(Thesaurus))).Concat(Sets<SpeechWord>(typeof(SpeechWords))))
        {
            var undo = off();
            var broken = cases.Find(c => !c.Passes());
            undo();
            Console.WriteLine($"{name}: {broken?.Name ?? "BREAKS NOTHING"}");
            if (broken is null) unnoticed.Add(name);
            else (cases[cases.IndexOf(broken)], cases[0]) = (cases[0], broken);
        }

        Assert.True(unnoticed.Count == 0, "Breaks no test when switched off: " + string.Join(", ", unnoticed));
    }

    private static IEnumerable<(string Name, Func<Action> Off)> Patterns()
    {
        var patterns = ImmutableCollectionsMarshal.AsArray(Pattern.All)!;
        for (var i = 0; i < patterns.Length; i++)
        {
            var (at, pattern) = (i, patterns[i]);
            yield return ($"pattern {pattern.Name}", () =>
            {
                patterns[at] = pattern with { Find = _ => [] };
                return () => patterns[at] = pattern;
            });
        }
    }

    /// <summary>The sets that a class asks for, each taken out of its words.</summary>
    private static IEnumerable<(string Name, Func<Action> Off)> Sets<T>(Type asking)
        where T : struct, Enum
    {
        var sets = (WordSets<T>)asking.GetField("Sets", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        var field = typeof(WordSets<T>).GetField("sets", BindingFlags.NonPublic | BindingFlags.Instance)!;
        var words = (FrozenDictionary<string, ulong>)field.GetValue(sets)!;
        foreach (var set in Enum.GetValues<T>().Where(s => Convert.ToUInt64(s, null) != 0))
        {
            yield return ($"{typeof(T).Name}.{set}", () =>
            {
                field.SetValue(sets, words.ToFrozenDictionary(w => w.Key, w => w.Value & ~Convert.ToUInt64(set, null), StringComparer.Ordinal));
                return () => field.SetValue(sets, words);
            });
        }
    }

    private sealed record TestCase(string Name, Func<object?> Run)
    {
        public bool Passes()
        {
            try
            {
                if (Run() is Task task) task.GetAwaiter().GetResult();
                return true;
            }
            catch (Exception)
            {
                return false;
            }
        }
    }

    /// <summary>The facts and the rows of the theories of test classes that need nothing to be made, called without a runner.</summary>
    private sealed class TestCases(string[] folders, Type self)
    {
        /// <summary>Those that pass within a time when they are run for the second time, the quickest first.</summary>
        public List<TestCase> Passing(TimeSpan longest) =>
            [.. from test in All()
                where test.Passes()
                let start = Stopwatch.GetTimestamp()
                where test.Passes()
                let taken = Stopwatch.GetElapsedTime(start)
                where taken <= longest
                orderby taken
                select test];

        private IEnumerable<TestCase> All() =>
            from type in self.Assembly.GetTypes()
            where folders.Any(f => type.Namespace == $"Hearsay.Tests.{f}") && !type.IsAbstract && type.GetConstructor([]) is not null && !IsSlow(type)
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where method.GetCustomAttribute<FactAttribute>() is { Explicit: false, Skip: null } && !IsSlow(method)
            from row in Rows(method)
            select new TestCase($"{type.Name}.{method.Name}({string.Join(", ", row)})", () => method.Invoke(Activator.CreateInstance(type), row));

        private static bool IsSlow(MemberInfo member) => member.GetCustomAttributes<TraitAttribute>().Any(t => t is { Name: "Lane", Value: "slow" });

        private static IEnumerable<object?[]> Rows(MethodInfo method)
        {
            if (method.GetCustomAttribute<TheoryAttribute>() is null) return [[]];
            return method.GetCustomAttributes().OfType<IDataAttribute>().Select(d => Of(method.DeclaringType, d))
                .SelectMany(d => d.GetData(method, new DisposalTracker()).AsTask().GetAwaiter().GetResult())
                .Select(r => r.GetData());
        }

        /// <summary>The source of rows, told in which class to look for them, as the runner does.</summary>
        private static IDataAttribute Of(Type? type, IDataAttribute rows)
        {
            if (rows is ITypeAwareDataAttribute member) member.MemberType ??= type;
            return rows;
        }
    }
}
