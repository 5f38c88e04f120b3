using RegelLoket.Tests.Infra;

namespace RegelLoket.Tests;

/// <summary>Lines that fit beside each other in a review.</summary>
public sealed class LinesTests
{
    private const int Longest = 140;

    /// <summary>The longest line of a page or a component: a text with its tags is not broken where that would change the text.</summary>
    private const int LongestOfAPage = 250;

    /// <summary>As many lines of pages are longer than <see cref="Longest"/>. Lower this when there are fewer; never raise it.</summary>
    private const int MostLongLinesOfPages = 536;

    public static TheoryData<string> Folders => ["Functions", "Functions.Tests", "LocalHost", "benchmarks", "samples", "training"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Lines_OfCode_AreAtMost140Characters(string folder)
    {
        var files = Repository.Sources(folder).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(Longer(files, Longest));
    }

    [Fact]
    public void Lines_OfPages_AreAtMost250Characters() => Assert.Empty(Longer(Repository.Files("*.razor"), LongestOfAPage));

    [Fact]
    public void Lines_OfPagesOver140Characters_BecomeFewer() =>
        Assert.InRange(Longer(Repository.Files("*.razor"), Longest).Count(), 0, MostLongLinesOfPages);

    private static IEnumerable<string> Longer(IEnumerable<string> files, int most) =>
        from file in files
        from line in File.ReadLines(file).Select((text, index) => (text.Length, Number: index + 1))
        where line.Length > most
        select $"{Repository.Relative(file)}:{line.Number}";
}
