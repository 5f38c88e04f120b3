using System.Text.RegularExpressions;

namespace RegelLoket.Tests.Web;

/// <summary>Everything that people read, straight from the sources of pages and mails: short sentences, no officialese.</summary>
public sealed partial class ReadabilityTests
{
    private const int MostWords = 25;

    private static readonly string[] Officialese =
    [
        "derhalve", "omtrent", "teneinde", "middels", "inzake", "dientengevolge", "desalniettemin", "alsmede", "conform", "aangaande",
        "betreffende", "nopens", "tevens",
        "ingevolge", "krachtens", "voornoemd", "bovengenoemd", "onderhavige", "geschieden", "vigerende", "gelieve",
    ];

    public static TheoryData<string> Sources =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AzuriteFixture.Checkout, "Functions"), "*", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(path => path.EndsWith(".razor", StringComparison.Ordinal) || path.EndsWith("Mail.cs", StringComparison.Ordinal)
                || path.EndsWith("Mails.cs", StringComparison.Ordinal)
                || path.EndsWith("ErrorResults.cs", StringComparison.Ordinal)
                    || path.EndsWith("ErrorBoundary.cs", StringComparison.Ordinal)
                    || path.EndsWith("DraftReport.cs", StringComparison.Ordinal)
                    || path.EndsWith("ReportFields.cs", StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(AzuriteFixture.Checkout, path).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Sentences_InPagesAndMails_AreShortAndPlain(string source)
    {
        var sentences = SentencesIn(File.ReadAllText(Path.Combine(AzuriteFixture.Checkout, source)),
            source.EndsWith(".razor", StringComparison.Ordinal)).ToList();

        Assert.Empty(sentences.Where(sentence => Word().Count(sentence) > MostWords)
            .Select(sentence => $"{Word().Count(sentence)} words: {sentence}"));
        Assert.Empty(sentences.Where(sentence => Word().Matches(sentence)
            .Any(word => Officialese.Contains(word.Value.ToLowerInvariant()))).Select(sentence => $"officialese: {sentence}"));
    }

    [Fact]
    public void Sentences_LongOrStiff_AreFound()
    {
        var text = "<p>" + string.Join(' ', Enumerable.Repeat("woord", 26)) + ".</p>";

        Assert.Equal(26, Word().Count(SentencesIn(text, isMarkup: true).Single()));
        Assert.Contains(SentencesIn("<p>Dat geschiedt derhalve niet.</p>", isMarkup: true), sentence =>
            sentence.Contains("derhalve", StringComparison.Ordinal));
    }

    /// <summary>The sentences of a source: text between tags, and string literals with white space in them.</summary>
    private static IEnumerable<string> SentencesIn(string source, bool isMarkup)
    {
        var texts = new List<string>();
        if (isMarkup)
        {
            var markup = CodeBlock().Replace(RazorComment().Replace(source, ""), "");
            texts.AddRange(Attribute().Matches(markup).Select(match => match.Groups[1].Value));
            texts.AddRange(Block().Split(Inline().Replace(markup, " "))
                .Select(text => Line().Replace(Expression().Replace(text, "x"), " ")));
            texts.AddRange(Literal().Matches(CodeBlock().Match(source).Value).Select(match => match.Groups[1].Value));
        }
        else
        {
            texts.AddRange(Literal().Matches(source).Select(match => match.Groups[1].Value));
        }
        return texts.SelectMany(text => End().Split(text)).Select(sentence => sentence.Trim())
            .Where(sentence => sentence.Contains(' ', StringComparison.Ordinal));
    }

    [GeneratedRegex(@"[\p{L}\d][\p{L}\d'’-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=[.!?:])\s+|\n\s*\n")]
    private static partial Regex End();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex(@"@code\s*\{.*\z", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("(?:Label|Description|Why|Title|Text|Detail|Caption)=\"([^\"]*)\"")]
    private static partial Regex Attribute();

    /// <summary>Tags inside a sentence.</summary>
    [GeneratedRegex("</?(?:a|strong|em|span|mark|DateText|time)(?:\\s[^<>]*)?/?>")]
    private static partial Regex Inline();

    /// <summary>Other tags, and the lines of Razor's own code.</summary>
    [GeneratedRegex(@"<[^<>]*>|^\s*@?(?:if|else|foreach|for|switch|case|break|var|using|inject|inherits|implements|namespace|"
        + @"page)\b[^\n]*$|^\s*[{}]\s*$", RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"@\((?:[^()]|\([^()]*\))*\)|@[\w.]+(?:\([^)]*\))?")]
    private static partial Regex Expression();

    [GeneratedRegex("\"((?:[^\"\\\\\n]|\\\\.)*\\s(?:[^\"\\\\\n]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex Line();
}
