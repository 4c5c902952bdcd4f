namespace Hearsay.Lab;

/// <summary>Entry point of the lab: trains the language models and scores every stage on annotated corpora.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        Console.Error.WriteLine($"unknown command: {string.Join(' ', args)}");
        return 1;
    }
}
