namespace Hearsay.App.Desk.Options;

/// <summary>
/// One option of the desk, declared once: the flag <c>--name</c>, the variable <c>HEARSAY_NAME</c> and the key <c>name</c> of the configuration file
/// all mean it.
/// </summary>
/// <param name="Name">Lower case, words joined by hyphens.</param>
/// <param name="Default">What holds where nobody says otherwise; empty for nothing.</param>
/// <param name="Help">One line, with the range of values.</param>
/// <param name="Fault">What is wrong with a value, in words that follow "takes"; null where nothing is.</param>
internal sealed record DeskOption(string Name, string Default, string Help, Func<string, string?> Fault)
{
    /// <summary>The environment variable.</summary>
    public string Variable => "HEARSAY_" + Name.ToUpperInvariant().Replace('-', '_');
}
