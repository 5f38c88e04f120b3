using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace RegelLoket.Tests.Infra;

/// <summary>What every project of the repository keeps to, and what is deployed of them.</summary>
public sealed partial class ProjectTests
{
    public static TheoryData<string> Projects => [.. Repository.Files("*.csproj").Select(Repository.Relative)];

    [Theory, MemberData(nameof(Projects))]
    public void Project_OfTheRepository_HasALockFile(string project) =>
        Assert.True(File.Exists(Repository.File(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"))));

    [Fact]
    public void Extensions_ThatTheFunctionsSdkAdds_HaveALockFileToo() =>
        Assert.Contains(
            "Microsoft.Azure.WebJobs.Extensions.DurableTask",
            Repository.Read("Functions/packages.WorkerExtensions.lock.json"),
            StringComparison.Ordinal);

    [Fact]
    public void Namespaces_OfTheSources_AreOurs()
    {
        var taken = Repository.Files("*.cs")
            .Where(path => TakenNamespacePattern().IsMatch(File.ReadAllText(path))).Select(Repository.Relative);

        Assert.Empty(taken);
    }

    [Fact]
    public void Build_OfAnyProject_KnowsOneKindOfPackagesOnly()
    {
        var choosing = new[] { "*.csproj", "*.props", "*.targets", "*.yml", "*.yaml", "*.sln" }.SelectMany(Repository.Files)
            .Where(path => ChoicePattern().IsMatch(File.ReadAllText(path))).Select(Repository.Relative);

        Assert.Empty(choosing);
    }

    [Fact]
    public void HostJson_IsOneFile_ThatIsCopiedBesideTheWorker()
    {
        var ofTheApp = Repository.Files("host.json").Select(Repository.Relative)
            .Where(file => !file.StartsWith("Functions.Tests/", StringComparison.Ordinal));
        Assert.Equal(["host.json"], ofTheApp);
        var besideTheWorker = Path.Combine(Path.GetDirectoryName(typeof(App).Assembly.Location)!, "host.json");

        Assert.Equal(Bytes(Repository.File("host.json")), Bytes(besideTheWorker));
    }

    [Fact]
    public async Task Publish_OfTheApp_HoldsTheAppAloneWithItsHostJson()
    {
        var output = Directory.CreateTempSubdirectory("regelloket-published-").FullName;
        await PublishAsync(output);
        var files = Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(output, path).Replace('\\', '/')).ToList();

        Assert.Equal(Bytes(Repository.File("host.json")), Bytes(Path.Combine(output, "host.json")));
        Assert.Superset(
            new HashSet<string> { "RegelLoket.dll", "worker.config.json", "functions.metadata", "extensions.json" }, files.ToHashSet());
        Assert.DoesNotContain(files, file => NotDeployedPattern().IsMatch(file));
        Assert.DoesNotContain(
            typeof(App).Assembly.GetTypes(), type => type.Namespace?.StartsWith("RegelLoket.Demo", StringComparison.Ordinal) == true);
        Directory.Delete(output, recursive: true);
    }

    /// <summary>Publishes what the build of the tests has built already.</summary>
    private static async Task PublishAsync(string output)
    {
        var configuration = typeof(ProjectTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        string[] arguments = ["publish", Repository.File("Functions"), "-c", configuration, "--no-build", "-o", output, "--nologo"];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
        };
        using var publish = Process.Start(start)!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, said);
    }

    private static byte[] Bytes(string path) => File.ReadAllBytes(path);

    [GeneratedRegex(@"^\s*namespace\s+(Microsoft|Azure|SendGrid)\b", RegexOptions.Multiline)]
    private static partial Regex TakenNamespacePattern();

    [GeneratedRegex("FunctionsRuntime|PartialFeed|LocalRuntime|AzureLane")]
    private static partial Regex ChoicePattern();

    [GeneratedRegex(@"LocalHost|Demo|(^|/)samples/|\.xml$|lock\.json$|local\.settings\.json", RegexOptions.IgnoreCase)]
    private static partial Regex NotDeployedPattern();
}
