namespace Hearsay.Pages;

/// <summary>Whether a text is English: placeholder until the languages are told apart.</summary>
internal static class LanguageCheck
{
    /// <summary>The reason why the text is not read; null where it is.</summary>
    public static string? Refusal(string text) => null;
}
