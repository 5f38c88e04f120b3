using System.Xml.Linq;

namespace RegelLoket.Tests.Infra;

/// <summary>One source tree for both lanes: nothing in the app knows which one it is built on.</summary>
public sealed class LaneTests
{
    public static TheoryData<string> Sources => [.. Repository.Sources("Functions").Concat(Repository.Sources("Functions", "*.razor")).Select(p => Path.GetRelativePath(Repository.Root, p))];

    [Theory, MemberData(nameof(Sources))]
    public void Source_OfTheApp_NamesNoLocalRuntimeAndHasNoConditions(string path)
    {
        var text = Repository.Read(path);

        Assert.DoesNotContain("using LocalRuntime", text, StringComparison.Ordinal);
        Assert.DoesNotContain("LocalRuntime.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("#if", text, StringComparison.Ordinal);
    }

    /// <summary>Newer storage packages lack the form with named arguments, older ones the form with options; all four arguments are in both.</summary>
    [Theory, MemberData(nameof(Sources))]
    public void Source_ThatListsBlobs_DoesSoInTheFormOfBothStorageVersions(string path) =>
        Assert.DoesNotMatch(@"\.GetBlobsAsync\((?!BlobTraits\.\w+, BlobStates\.\w+, )", Repository.Read(path));

    [Fact]
    public void Project_InTheAzureLane_ReferencesThePinnedPackagesAndNotLocalRuntime()
    {
        var azure = XDocument.Parse(Repository.Read("Functions/Functions.csproj")).Descendants("ItemGroup")
            .Where(g => (string?)g.Attribute("Condition") is { } condition && condition.Contains("'Azure'", StringComparison.Ordinal) && !condition.Contains("'$(PartialFeed)' == 'true'", StringComparison.Ordinal))
            .Elements().ToList();
        var pins = XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion").Select(p => (string)p.Attribute("Include")!).ToHashSet();

        Assert.NotEmpty(azure);
        Assert.All(azure, reference => Assert.Equal("PackageReference", reference.Name.LocalName));
        Assert.Subset(pins, azure.Select(r => (string)r.Attribute("Include")!).ToHashSet());
    }

    [Fact]
    public void HostJson_IsOneFile_ThatIsCopiedBesideTheWorker()
    {
        Assert.False(File.Exists(Repository.File("Functions/host.json")));
        Assert.Equal(Repository.Read("host.json"), File.ReadAllText(Path.Combine(Path.GetDirectoryName(typeof(App).Assembly.Location)!, "host.json")));
    }
}
