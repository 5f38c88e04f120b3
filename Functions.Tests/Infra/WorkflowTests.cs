using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using RegelLoket.Tests.OpenApi;

namespace RegelLoket.Tests.Infra;

/// <summary>The workflow on GitHub and the list of dependencies, against the repository that they speak of.</summary>
public sealed partial class WorkflowTests
{
    private const string Workflow = ".github/workflows/ci.yml";

    private const string ReadYaml = """
        const yaml = require('js-yaml'), fs = require('fs');
        process.stdout.write(JSON.stringify(yaml.load(fs.readFileSync(process.argv[1], 'utf8'))));
        """;

    [Fact]
    public async Task Workflow_AsYaml_RunsTheTestsAndPublishesTheApp()
    {
        var (exitCode, output) = await Node.RunAsync("-e", ReadYaml, Repository.File(Workflow));
        Assert.True(exitCode == 0, output);
        using var workflow = JsonDocument.Parse(output);
        var jobs = workflow.RootElement.GetProperty("jobs").EnumerateObject().ToList();
        var steps = jobs.SelectMany(job => job.Value.GetProperty("steps").EnumerateArray())
            .Where(step => step.TryGetProperty("run", out _)).Select(step => step.GetProperty("run").GetString()!).ToList();

        Assert.Contains("bash .ci/run", steps);
        Assert.Contains("dotnet publish Functions -c Release -o out", steps);
        Assert.All(jobs, job => Assert.InRange(job.Value.GetProperty("timeout-minutes").GetInt32(), 1, 120));
        Assert.Equal("read", workflow.RootElement.GetProperty("permissions").GetProperty("contents").GetString());
    }

    [Fact]
    public void Actions_AllOfThem_ArePinnedToACommit()
    {
        var uses = UsesPattern().Matches(Repository.Read(Workflow)).Select(m => m.Groups[1].Value).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, action => Assert.Matches(@"^[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", action));
    }

    [Fact]
    public void Dependencies_OfTheRepository_AreExactlyTheListWithTheirLicence()
    {
        var listed = RowPattern().Matches(Repository.Read("docs/dependencies.md"))
            .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        var nuget = Repository.Files("*.csproj")
            .SelectMany(file => XDocument.Load(file).Descendants("PackageReference"))
            .Select(r => (string)r.Attribute("Include")!).ToHashSet();
        using var package = JsonDocument.Parse(Repository.Read("package.json"));
        var npm = new[] { "dependencies", "devDependencies" }
            .SelectMany(kind => package.RootElement.GetProperty(kind).EnumerateObject().Select(p => p.Name)).ToList();

        Assert.Equal(nuget.Concat(npm).Order(), listed.Keys.Order());
        Assert.All(npm, name =>
        {
            using var itself = JsonDocument.Parse(Repository.Read($"node_modules/{name}/package.json"));
            Assert.Equal(itself.RootElement.GetProperty("license").GetString(), listed[name]);
        });
        string[] accepted = ["MIT", "MIT-0", "Apache-2.0", "BSD-3-Clause", "EUPL-1.2", "MPL-2.0", "OFL-1.1"];
        Assert.All(listed.Values.SelectMany(licence => licence.Split(" AND ")), licence => Assert.Contains(licence, accepted));
    }

    [GeneratedRegex(@"^\| `([^`]+)` \|.*\| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex RowPattern();

    [GeneratedRegex(@"uses: (.+)$", RegexOptions.Multiline)]
    private static partial Regex UsesPattern();
}
