namespace RegelLoket.Tests;

/// <summary>Lines that fit beside each other in a review.</summary>
public sealed class LinesTests
{
    private const int Longest = 140;

    public static TheoryData<string> Folders => ["Functions", "Functions.Tests", "LocalHost", "benchmarks", "samples"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Lines_OfCode_AreAtMost140Characters(string folder)
    {
        var separator = Path.DirectorySeparatorChar;
        var files = Directory.EnumerateFiles(Path.Combine(AzuriteFixture.Checkout, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{separator}obj{separator}", StringComparison.Ordinal)
                && !file.Contains($"{separator}bin{separator}", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => File.ReadLines(file).Select((line, i) => (Place: $"{file}:{i + 1}", line.Length)))
            .Where(line => line.Length > Longest).Select(line => line.Place));
    }
}
