using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.OpenApi;
using RegelLoket.Tests.Infra;
using RegelLoket.Web;

namespace RegelLoket.Tests.OpenApi;

/// <summary>The document against the code that it describes.</summary>
[Collection(AppCollection.Name)]
public sealed class ApiDocumentTests(AppFixture app)
{
    private ApiDocument Document => app.Services.GetRequiredService<ApiDocument>();

    private IReadOnlyList<ApiCall> Calls => [.. app.Services.GetServices<IApiCalls>().SelectMany(part => part.Calls)];

    [Fact]
    public void Calls_OfAllParts_AreTheFunctionsOfTheApi() =>
        Assert.Equal(ApiDocument.Routes.Select(r => r.Function).Order(), Calls.Select(c => c.Function).Order());

    [Fact]
    public void Caller_OfEachCall_AgreesWithThePolicyOfTheFunction()
    {
        foreach (var call in Calls)
        {
            var audience = RouteTable.Of(call.Function)!.Policy?.Audience;

            Assert.Equal(call.Caller == ApiCaller.Colleague, audience is Audience.Analyst or Audience.Coordinator);
        }
    }

    [Fact]
    public void Fields_OfAllSchemas_AreInTheVocabulary()
    {
        var fields = FieldsOf(Document.Json["components"]!["schemas"]!).Except(["type", "title", "detail", "fouten", "veld", "fout"])
            .ToHashSet();
        var parameters = Calls.SelectMany(c => c.Query).Concat(["zaaknummer", "andere", "id"]);

        Assert.Subset(ApiVocabulary.All.Select(f => f.Name).ToHashSet(), fields);
        Assert.Empty(ApiVocabulary.All.Select(f => f.Name).Except(fields).Except(parameters));
    }

    [Fact]
    public void Calls_ThatReplaceATextOfACase_TakeTheVersionThatWasRead() =>
        Assert.Equal(["PostContradiction", "PostExperimentText", "PostPublication", "PutContextAnalysis", "PutStatement"],
            Calls.Where(call => call.SharesText).Select(call => call.Function).Order());

    [Fact]
    public void Examples_OfRequests_AreReadByTheTypesThatReadRequests()
    {
        foreach (var body in Calls.Select(c => c.Body).OfType<ApiBody>().Where(b => b.Type is not null))
        {
            Assert.NotNull(JsonSerializer.Deserialize(body.Example, body.Type!, Api.Json));
        }
    }

    [Fact]
    public void Examples_OfBodiesOfOneName_HaveOneShape() =>
        Assert.All(Calls.SelectMany(c => new[] { c.Body, c.Answer }).OfType<ApiBody>().GroupBy(b => b.Name), bodies =>
            Assert.Single(bodies.Select(b => (b.Type, string.Join(',', b.Required))).Distinct()));

    [Fact]
    public async Task Document_Linted_FollowsTheDesignRules()
    {
        var folder = Directory.CreateTempSubdirectory("regelloket-openapi-");
        try
        {
            var file = Path.Combine(folder.FullName, "openapi.json");
            await File.WriteAllBytesAsync(file, await app.Http.GetByteArrayAsync("/v1/openapi.json"));

            var (exitCode, output) = await Node.RunAsync(
                Repository.File("node_modules/@stoplight/spectral-cli/dist/index.js"), "lint", file,
                "--ruleset", Repository.File("Functions.Tests/OpenApi/nlgov.spectral.yaml"), "--fail-severity", "warn");

            Assert.True(exitCode == 0, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Linter_OnADocumentThatBreaksTheRules_NamesThem()
    {
        var folder = Directory.CreateTempSubdirectory("regelloket-openapi-");
        try
        {
            var broken = JsonNode.Parse(await app.Http.GetStringAsync("/v1/openapi.json"))!;
            broken["info"]!["version"] = "1";
            broken["info"]!["contact"]!.AsObject().Remove("email");
            broken["components"]!["schemas"]!["Probleem"]!["properties"]!["meldDatum"] =
                new JsonObject { ["type"] = "string", ["format"] = "date-time", ["description"] = "x" };
            broken["paths"]!["/Meldingen_nieuw/"] = broken["paths"]!["/meldingen"]!.DeepClone();
            broken["paths"]!["/meldingen"]!["post"]!["responses"]!["201"]!["headers"]!.AsObject().Remove("API-Version");
            var file = Path.Combine(folder.FullName, "openapi.json");
            await File.WriteAllTextAsync(file, broken.ToJsonString());

            var (exitCode, output) = await Node.RunAsync(
                Repository.File("node_modules/@stoplight/spectral-cli/dist/index.js"), "lint", file, "--ruleset",
                Repository.File("Functions.Tests/OpenApi/nlgov.spectral.yaml"));

            Assert.Equal(1, exitCode);
            Assert.All(["semantic-version", "contact-complete", "date-names-are-dates", "no-trailing-slash", "kebab-case-paths",
                "version-header"],
                rule => Assert.Contains(rule, output, StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Client_MadeFromTheDocument_DrivesACaseAndEveryAnswerIsAsDescribed()
    {
        var folder = Directory.CreateTempSubdirectory("regelloket-client-");
        try
        {
            var (exitCode, output) = await Node.RunAsync(
                Repository.File("Functions.Tests/OpenApi/drive-case.mjs"), Repository.Root, folder.FullName, app.Address.ToString()
                    .TrimEnd('/'),
                AppFixture.Token("analist", "Ans Analist"), AppFixture.Token("analist", "Bo Beoordelaar"));

            Assert.True(exitCode == 0, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> FieldsOf(JsonNode node) => node switch
    {
        JsonObject o => o.SelectMany(p => p.Key == "properties" && p.Value is JsonObject properties
            ? properties.SelectMany(property => FieldsOf(property.Value!).Prepend(property.Key))
            : p.Value is null ? [] : FieldsOf(p.Value)),
        JsonArray a => a.OfType<JsonNode>().SelectMany(FieldsOf),
        _ => [],
    };
}
