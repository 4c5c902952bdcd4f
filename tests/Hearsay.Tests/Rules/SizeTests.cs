namespace Hearsay.Tests.Rules;

/// <summary>Files stay short enough to be read at a sitting.</summary>
public sealed class SizeTests
{
    private const int Longest = 400;

    [Theory]
    [InlineData("src")]
    [InlineData("lab")]
    [InlineData("tests")]
    public void No_file_is_longer_than_400_lines(string folder) =>
        Assert.Empty(from file in Repository.CSharpFiles(folder)
                     let lines = File.ReadLines(file).Count()
                     where lines > Longest
                     select $"{Path.GetRelativePath(Repository.Root, file)}: {lines}");
}
