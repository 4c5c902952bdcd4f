namespace Hearsay.Model;

/// <summary>Input that could not be read: where it is and why, in words for a person.</summary>
public sealed record Failure(string Path, string Reason);
