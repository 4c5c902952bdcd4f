using Hearsay.Lab.Code;
using Hearsay.Tests.Cli;

namespace Hearsay.Tests.Lab;

public sealed class CodeCountsTests
{
    private const string Bell = """
        namespace Invented;

        internal static class Bell
        {
            public static int Rings(string word, int hour) => word is "noon" or "midnight" ? 12 : word == "nsubj" ? 0 : Clock.Hour(hour);

            public static string Name => "bell";
        }
        """;

    private const string Clock = """
        namespace Invented;

        internal static class Clock
        {
            public static int Hour(int hour)
            {
                while (hour > 12) hour -= 12;
                return hour == 0 ? Bell.Rings("noon", 0) : hour;
            }
        }
        """;

    [Fact]
    public void Branches_words_and_circles_are_counted()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "Bell.cs"), Bell);
        File.WriteAllText(Path.Combine(folder.Path, "Clock.cs"), Clock);
        File.WriteAllText(Path.Combine(folder.Path, "Alone.cs"), "namespace Invented; static class Alone { public static int Hour => Clock.Hour(3); }");
        var counts = new CodeCounts(folder.Path);
        Assert.Equal("Hour 1, Rings 4, Name 1, Hour 3", string.Join(", ", counts.Branches().Select(b => $"{b.What} {b.Number}")));
        Assert.Equal("noon, midnight", string.Join(", ", counts.Words().Select(w => w.What)));
        Assert.Equal("Bell.cs, Clock.cs", string.Join(", ", Assert.Single(counts.Circles())));
    }
}
