using System.Text.RegularExpressions;

namespace RegelLoket.Tests.Infra;

/// <summary>The documents against the repository: what they name exists, and no decision is missing or left without a status.</summary>
public sealed partial class DocumentTests
{
    private const string Decisions = "docs/adr";

    public static TheoryData<string> Documents =>
        ["README.md", .. Repository.Sources("docs", "*.md").Select(Repository.Relative).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Records => [.. RecordFiles];

    private static IEnumerable<string> RecordFiles =>
        Repository.Sources(Decisions, "0*.md").Select(Repository.Relative).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_OfADocument_LeadToFilesOfTheRepository(string document)
    {
        var folder = Path.GetDirectoryName(Repository.File(document))!;

        Assert.DoesNotContain(Link().Matches(Repository.Read(document)).Select(link => link.Groups[1].Value),
            target => !target.Contains(':', StringComparison.Ordinal)
                && !Path.Exists(Path.GetFullPath(target.Split('#')[0], folder)));
    }

    [Fact]
    public void ChangeSomething_InTheReadme_NamesFilesAndFoldersThatAreThere()
    {
        var section = Section(Repository.Read("README.md"), "Change something");
        var named = NamedPath().Matches(section).Select(path => path.Groups[1].Value).Distinct().ToList();

        Assert.True(named.Count > 15);
        Assert.DoesNotContain(named, path => !Path.Exists(Repository.File(path)));
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Decision_HasItsNumberAndAStatus(string record)
    {
        var text = Repository.Read(record);
        var number = int.Parse(Path.GetFileName(record)[..4], System.Globalization.CultureInfo.InvariantCulture);

        Assert.StartsWith($"# {number}. ", text, StringComparison.Ordinal);
        Assert.Matches(StatusLine(), text);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Decision_ThatSupersedesAnother_IsNamedThere(string record)
    {
        var name = Path.GetFileName(record);

        Assert.All(
            Superseded().Matches(Repository.Read(record)).SelectMany(sentence => Link().Matches(sentence.Value)),
            link => Assert.Contains(name, Repository.Read($"{Decisions}/{link.Groups[1].Value}"), StringComparison.Ordinal));
    }

    [Fact]
    public void ListOfDecisions_NamesEachOnceWithItsTitleAndWhetherItHolds()
    {
        var list = Repository.Read($"{Decisions}/README.md");

        Assert.All(RecordFiles, record =>
        {
            var text = Repository.Read(record);
            var title = text.Split('\n')[0].Split(". ", 2)[1];
            var row = Assert.Single(list.Split('\n'), line =>
                line.Contains($"[{title}]({Path.GetFileName(record)})", StringComparison.Ordinal));
            Assert.Equal(
                StatusLine().Match(text).Groups[1].Value.StartsWith("superseded", StringComparison.Ordinal),
                row.Contains("| superseded", StringComparison.Ordinal));
        });
    }

    private static string Section(string text, string heading)
    {
        var start = text.IndexOf($"## {heading}\n", StringComparison.Ordinal);
        var end = text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return text[start..end];
    }

    /// <summary>A link, without images of the network and without code.</summary>
    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:Functions|LocalHost|training|samples|infra)[A-Za-z0-9_./-]*)`")]
    private static partial Regex NamedPath();

    [GeneratedRegex(@"^(?:Date: \d{4}-\d{2}-\d{2}\. )?Status: (\w+)", RegexOptions.Multiline)]
    private static partial Regex StatusLine();

    /// <summary>The sentence with which a decision takes the place of others.</summary>
    [GeneratedRegex(@"Supersedes [^\n]*")]
    private static partial Regex Superseded();
}
