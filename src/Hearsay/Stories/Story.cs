using System.Collections.Immutable;
using Hearsay.Statements;

namespace Hearsay.Stories;

/// <summary>Reports that tell of the same event, in order of publication (then id), with the reasons in words for a reader.</summary>
public sealed record Story(string Id, string Title, ImmutableArray<Report> Reports, ImmutableArray<string> Why);
