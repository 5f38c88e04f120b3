using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RegelLoket.Tests.Infra;

/// <summary>What must hold in Azure: no keys, no secrets, the roles that the app needs, names within the limits.</summary>
public sealed partial class AzureRulesTests
{
    /// <summary>The built-in roles that the app works with, by the id that Azure gives them.</summary>
    private static readonly Dictionary<string, string> Roles = new()
    {
        ["storageBlobDataOwner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["storageQueueDataContributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        ["storageTableDataContributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
        ["monitoringMetricsPublisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
        ["keyVaultSecretsUser"] = "4633458b-17de-408a-b874-0445c86b69e6",
        ["keyVaultSecretsOfficer"] = "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
        ["keyVaultCertificatesOfficer"] = "a4417e6f-fecd-4de8-b567-7b0420556985",
        ["logAnalyticsReader"] = "73c42c96-874c-492b-b04d-ab87d138a893",
    };

    [Theory]
    [InlineData("hostStorage")]
    [InlineData("caseStorage")]
    public void StorageAccount_OfEither_HasNoKeysAndNothingPublic(string module)
    {
        var properties = ArmTemplate.Resource(module, "Microsoft.Storage/storageAccounts").GetProperty("properties");

        Assert.False(properties.GetProperty("allowSharedKeyAccess").GetBoolean());
        Assert.False(properties.GetProperty("allowBlobPublicAccess").GetBoolean());
        Assert.True(properties.GetProperty("supportsHttpsTrafficOnly").GetBoolean());
        Assert.Equal("TLS1_2", properties.GetProperty("minimumTlsVersion").GetString());
    }

    [Fact]
    public void Insights_AndWorkspace_TakeIdentitiesOnly()
    {
        var insights = ArmTemplate.Resource("monitoring", "Microsoft.Insights/components");
        var workspace = ArmTemplate.Resource("monitoring", "Microsoft.OperationalInsights/workspaces");

        Assert.True(ArmTemplate.At(insights, "properties", "DisableLocalAuth").GetBoolean());
        Assert.True(ArmTemplate.At(workspace, "properties", "features", "disableLocalAuth").GetBoolean());
    }

    [Fact]
    public void Vault_IsRoleBased_AndCannotBePurged()
    {
        var vault = ArmTemplate.Resource("vault", "Microsoft.KeyVault/vaults").GetProperty("properties");

        Assert.True(vault.GetProperty("enableRbacAuthorization").GetBoolean());
        Assert.True(vault.GetProperty("enablePurgeProtection").GetBoolean());
    }

    [Theory]
    [InlineData("hostStorage", "storageBlobDataOwner", "principalId")]
    [InlineData("hostStorage", "storageQueueDataContributor", "principalId")]
    [InlineData("hostStorage", "storageTableDataContributor", "principalId")]
    [InlineData("caseStorage", "storageBlobDataOwner", "principalId")]
    [InlineData("caseStorage", "storageQueueDataContributor", "principalId")]
    [InlineData("caseStorage", "storageTableDataContributor", "principalId")]
    [InlineData("monitoring", "monitoringMetricsPublisher", "publisherPrincipalId")]
    [InlineData("vault", "keyVaultSecretsUser", "readerPrincipalId")]
    public void Role_ThatTheAppNeeds_IsGrantedToItsIdentity(string module, string role, string parameter)
    {
        Assert.Equal(Roles[role], ArmTemplate.At(ArmTemplate.Module(module), "variables", role).GetString());
        Assert.Contains(ArmTemplate.Resources(module), resource =>
            resource.GetProperty("type").GetString() == "Microsoft.Authorization/roleAssignments"
            && resource.GetRawText().Contains($"variables('{role}')", StringComparison.Ordinal)
            && resource.GetRawText().Contains($"parameters('{parameter}')", StringComparison.Ordinal));
        Assert.Equal("[reference('identity').outputs.principalId.value]", Parameter(module, parameter));
    }

    [Fact]
    public void Roles_InAllModules_AreOnTheListWithTheirId()
    {
        var found = Modules
            .SelectMany(m => ArmTemplate.Module(m).TryGetProperty("variables", out var variables) ? variables.EnumerateObject() : default)
            .Where(v => v.Value.ValueKind == JsonValueKind.String && Guid.TryParse(v.Value.GetString(), out _)).ToList();

        Assert.NotEmpty(found);
        Assert.All(found, v => Assert.Equal(Roles[v.Name], v.Value.GetString()));
    }

    [Fact]
    public void Files_OfInfra_HoldNoSecretAndAskForNoKey()
    {
        var text = string.Concat(Repository.Sources("infra", "*.*").Select(File.ReadAllText));

        Assert.DoesNotMatch(SecretPattern(), text);
    }

    [Theory]
    [InlineData("production", "RegelLoketProduction")]
    [InlineData("test", "RegelLoketTest")]
    public void Stage_TaskHub_IsItsOwnAndWithinTheLimits(string stage, string hub)
    {
        using var stages = JsonDocument.Parse(Repository.Read("infra/stages.json"));

        Assert.Equal(hub, stages.RootElement.GetProperty(stage).GetProperty("taskHub").GetString());
        Assert.Matches("^[A-Za-z][A-Za-z0-9]{2,44}$", hub);
    }

    [Fact]
    public void Production_IsIsolatedRedundantAndAwake()
    {
        using var stages = JsonDocument.Parse(Repository.Read("infra/stages.json"));
        var production = stages.RootElement.GetProperty("production");

        Assert.True(production.GetProperty("networkIsolation").GetBoolean());
        Assert.Contains("ZRS", production.GetProperty("caseStorageSku").GetString());
        Assert.Equal(
            ["http"],
            production.GetProperty("alwaysReady").EnumerateArray().Select(a => a.GetProperty("name").GetString()));
        Assert.InRange(production.GetProperty("versionDays").GetInt32(), 7, 30);
    }

    /// <summary>Flex Consumption scales up to 1,000 instances; without a limit of ours a bill has none.</summary>
    [Fact]
    public void Instances_AsStagesSay_ReachTheApp()
    {
        var scale = ArmTemplate.At(
            ArmTemplate.Resource("app", "Microsoft.Web/sites"), "properties", "functionAppConfig", "scaleAndConcurrency");
        using var stages = JsonDocument.Parse(Repository.Read("infra/stages.json"));

        foreach (var name in new[] { "maximumInstanceCount", "alwaysReady", "instanceMemoryMB" })
        {
            Assert.Equal($"[parameters('{name}')]", scale.GetProperty(name).GetString());
            Assert.Equal($"[variables('sizes').{name}]", Parameter("app", name));
        }

        Assert.All(stages.RootElement.EnumerateObject(), stage =>
        {
            Assert.InRange(stage.Value.GetProperty("maximumInstanceCount").GetInt32(), 1, 100);
            Assert.All(stage.Value.GetProperty("alwaysReady").EnumerateArray(), ready =>
                Assert.Equal(1, ready.GetProperty("instanceCount").GetInt32()));
        });
    }

    [Theory]
    [InlineData("network")]
    [InlineData("hostEndpoints")]
    [InlineData("caseEndpoints")]
    public void NetworkIsolation_IsOneFlag_OverEveryNetworkModule(string module) =>
        Assert.Equal("[variables('isolated')]", ArmTemplate.At(ArmTemplate.Main, "resources", module, "condition").GetString());

    [Fact]
    public void Anchors_AreImmutable()
    {
        Assert.Equal(RegelLoket.Storage.AnchorStore.Container, Parameter("caseStorage", "immutableContainer"));
        Assert.Contains(ArmTemplate.Resources("caseStorage"), r =>
            r.GetProperty("type").GetString()!.EndsWith("/immutabilityPolicies", StringComparison.Ordinal));
    }

    [Fact]
    public void Budget_WarnsAtFiftyEightyAndHundred()
    {
        var notifications = ArmTemplate.At(ArmTemplate.Resource("budget", "Microsoft.Consumption/budgets"), "properties", "notifications");

        Assert.Equal([50, 80, 100], notifications.EnumerateObject()
            .Where(n => n.Value.GetProperty("thresholdType").GetString() == "Actual")
            .Select(n => n.Value.GetProperty("threshold").GetInt32()));
    }

    [Fact]
    public void Runtime_OfTheApp_IsThatOfTheProjects()
    {
        var runtime = ArmTemplate.At(ArmTemplate.Resource("app", "Microsoft.Web/sites"), "properties", "functionAppConfig", "runtime");

        Assert.Equal("dotnet-isolated", runtime.GetProperty("name").GetString());
        Assert.Contains(
            $"<TargetFramework>net{runtime.GetProperty("version").GetString()}</TargetFramework>",
            Repository.Read("Directory.Build.props"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Alerts_CoverWhatOperationsMustSee()
    {
        var rules = ArmTemplate.At(ArmTemplate.Module("alerts"), "variables", "rules").EnumerateArray()
            .Select(r => r.GetProperty("name").GetString()).ToHashSet();
        var subscription = ArmTemplate.Resource("alerts", "Microsoft.EventGrid/systemTopics/eventSubscriptions");
        var events = ArmTemplate.At(subscription, "properties", "filter", "includedEventTypes");

        Assert.Superset(
            new HashSet<string?> { "oldest-pending-workflow", "oldest-outbox-entry", "poison-messages", "failed-requests", "mail-bounces" },
            rules);
        Assert.Superset(
            new HashSet<string?> { "Microsoft.KeyVault.SecretNearExpiry", "Microsoft.KeyVault.CertificateNearExpiry" },
            events.EnumerateArray().Select(e => e.GetString()).ToHashSet());
        Assert.Contains("ServerBusyError", ArmTemplate.Module("alerts").GetRawText(), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, int, string> NamesInMain => new()
    {
        { "hostStorage", "name", 24, "^[a-z0-9]{3,24}$" },
        { "caseStorage", "name", 24, "^[a-z0-9]{3,24}$" },
        { "vault", "name", 24, "^[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$" },
        { "app", "name", 60, "^[a-zA-Z0-9][a-zA-Z0-9-]{0,58}[a-zA-Z0-9]$" },
        { "identity", "name", 128, "^[a-zA-Z0-9][a-zA-Z0-9_-]{2,127}$" },
        { "network", "name", 64, "^[a-zA-Z0-9][a-zA-Z0-9_.-]{1,63}$" },
    };

    [Theory, MemberData(nameof(NamesInMain))]
    public void Name_WithTheLongestEnvironment_IsWithinTheLimit(string module, string parameter, int limit, string form)
    {
        var name = Evaluate(Parameter(module, parameter)!.Trim('[', ']'));

        Assert.InRange(name.Length, 3, limit);
        Assert.Matches(form, name);
    }

    /// <summary>What main gives a module.</summary>
    private static string? Parameter(string module, string name) =>
        ArmTemplate.At(ArmTemplate.Main, "resources", module, "properties", "parameters", name, "value").GetString();

    private static IEnumerable<string> Modules => ArmTemplate.Main.GetProperty("resources").EnumerateObject()
        .Where(r => r.Value.GetProperty("type").GetString() == "Microsoft.Resources/deployments").Select(r => r.Name);

    /// <summary>A name as the template makes it, with the longest environment that it accepts.</summary>
    private static string Evaluate(string expression) => expression switch
    {
        ['\'', .. var literal, '\''] => literal,
        "parameters('environmentName')" => new string('e', LongestEnvironment),
        "variables('token')" => "abcdefgh",
        "variables('appName')" => Evaluate(ArmTemplate.At(ArmTemplate.Main, "variables", "appName").GetString()!.Trim('[', ']')),
        _ when expression.StartsWith("format(", StringComparison.Ordinal) => Format(ArmTemplate.ArgumentsOf(expression)),
        _ => throw new NotSupportedException($"A name is made by {expression}."),
    };

    private static string Format(List<string> arguments) =>
        string.Format(CultureInfo.InvariantCulture, arguments[0].Trim('\''), [.. arguments.Skip(1).Select(Evaluate)]);

    private static int LongestEnvironment => ArmTemplate.At(ArmTemplate.Main, "parameters", "environmentName", "maxLength").GetInt32();

    [GeneratedRegex(
        @"AccountKey=|SharedAccessSignature|\blist(Account)?(Keys|Sas)\s*\(|InstrumentationKey=[0-9a-f]"
        + @"|SG\.[A-Za-z0-9_-]{10}|-----BEGIN|password\s*[:=]\s*'(?!@Microsoft\.KeyVault\()",
        RegexOptions.IgnoreCase)]
    private static partial Regex SecretPattern();
}
