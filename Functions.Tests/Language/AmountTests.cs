using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using RegelLoket.Language;

namespace RegelLoket.Tests.Language;

/// <summary>Wherever a number stands in a text, the word that it counts agrees with it.</summary>
public sealed partial class AmountTests
{
    [Theory]
    [InlineData(0, "0 zaken")]
    [InlineData(1, "1 zaak")]
    [InlineData(2, "2 zaken")]
    public void Of_Number_AgreesWithItsWord(int number, string expected) => Assert.Equal(expected, Amount.Of(number, "zaak", "zaken"));

    /// <summary>
    /// A line that puts a number before a plural either has a case of its own for one, or the number is a limit that is never one.
    /// </summary>
    [Fact]
    public void Sources_NumberBeforeAPlural_TellOneApart()
    {
        var app = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "Functions");
        var faults = Directory.EnumerateFiles(app, "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Select(line => (File: Path.GetFileName(file), Line: line)))
            .Where(each => Plural().IsMatch(each.Line) && !OfOne().IsMatch(each.Line) && !Limit().IsMatch(each.Line)
                && !Listed().IsMatch(each.Line))
            .Select(each => $"{each.File}: {each.Line.Trim()}");

        Assert.Empty(faults);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"(\{[^{}""]+\}|@\([^)]*\)|@[A-Za-z][\w.]*) (werkdagen|dagen|zaken|meldingen|mails|versies|organisaties|regels"
        + "|teksten|mensen|collega's|berichten|maanden|ministeries|woorden|uitkomsten|antwoorden|rondes|gebeurtenissen|tekens)")]
    private static partial Regex Plural();

    /// <summary>The singular is written out beside it, behind the question whether it is one.</summary>
    [GeneratedRegex("== 1")]
    private static partial Regex OfOne();

    /// <summary>Limits are constants, and settings that have a lowest value.</summary>
    [GeneratedRegex(@"[Hh]oogstens|minstens|Most|Maximum|Smallest|SoonDays|Longest|ReadableDays|ClosableAfter|FollowLinks")]
    private static partial Regex Limit();

    /// <summary>"3 van 40 regels" counts the forty.</summary>
    [GeneratedRegex(@"\} van \{")]
    private static partial Regex Listed();
}
