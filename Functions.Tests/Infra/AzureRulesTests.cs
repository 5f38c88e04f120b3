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
        ["keyVaultCryptoServiceEncryptionUser"] = "e147488a-f6f5-4113-8e2d-b22465e65bf6",
        ["keyVaultSecretsOfficer"] = "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
        ["logAnalyticsReader"] = "73c42c96-874c-492b-b04d-ab87d138a893",
        ["durableTaskDataContributor"] = "0ad04412-c4d5-4796-b79c-f76d14c8d402",
    };

    private static BicepFile Main => BicepFile.All["main.bicep"];

    [Fact]
    public void StorageAccounts_Both_HaveNoKeysAndNothingPublic()
    {
        var properties = BicepFile.All["modules/storage.bicep"].Get("resource", "account").At("properties")!.Value;

        Assert.False(properties.GetProperty("allowSharedKeyAccess").GetBoolean());
        Assert.False(properties.GetProperty("allowBlobPublicAccess").GetBoolean());
        Assert.True(properties.GetProperty("supportsHttpsTrafficOnly").GetBoolean());
        Assert.Equal("TLS1_2", properties.GetProperty("minimumTlsVersion").GetString());
        Assert.Equal(["modules/storage.bicep", "modules/storage.bicep"], new[] { "hostStorage", "caseStorage" }.Select(m => Main.Get("module", m).Type));
    }

    [Fact]
    public void Insights_AndWorkspace_TakeIdentitiesOnly()
    {
        var monitoring = BicepFile.All["modules/monitoring.bicep"];

        Assert.True(monitoring.Get("resource", "insights").At("properties", "DisableLocalAuth")!.Value.GetBoolean());
        Assert.True(monitoring.Get("resource", "workspace").At("properties", "features", "disableLocalAuth")!.Value.GetBoolean());
    }

    [Fact]
    public void Vault_IsRoleBased_AndCannotBePurged()
    {
        var vault = BicepFile.All["modules/vault.bicep"].Get("resource", "vault");

        Assert.True(vault.At("properties", "enableRbacAuthorization")!.Value.GetBoolean());
        Assert.True(vault.At("properties", "enablePurgeProtection")!.Value.GetBoolean());
    }

    [Theory]
    [InlineData("modules/storage.bicep", "storageBlobDataOwner")]
    [InlineData("modules/storage.bicep", "storageQueueDataContributor")]
    [InlineData("modules/storage.bicep", "storageTableDataContributor")]
    [InlineData("modules/monitoring.bicep", "monitoringMetricsPublisher")]
    [InlineData("modules/vault.bicep", "keyVaultSecretsUser")]
    [InlineData("modules/vault.bicep", "keyVaultCryptoServiceEncryptionUser")]
    [InlineData("modules/scheduler.bicep", "durableTaskDataContributor")]
    public void Role_ThatTheAppNeeds_IsGranted(string path, string role)
    {
        var file = BicepFile.All[path];

        Assert.Equal(Roles[role], file.Get("var", role).Value.GetString());
        Assert.Contains(file.Of("resource"), r =>
            r.Type!.StartsWith("Microsoft.Authorization/roleAssignments@", StringComparison.Ordinal) && r.Source!.Contains(role, StringComparison.Ordinal));
    }

    [Fact]
    public void Roles_InAllFiles_AreOnTheListWithTheirId()
    {
        var found = BicepFile.All.Values.SelectMany(f => f.Of("var")).Where(v => v.Value.ValueKind == JsonValueKind.String && Guid.TryParse(v.Value.GetString(), out _)).ToList();

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
        Assert.Equal(["durable", "http"], production.GetProperty("alwaysReady").EnumerateArray().Select(a => a.GetProperty("name").GetString()));
        Assert.InRange(production.GetProperty("versionDays").GetInt32(), 7, 30);
    }

    [Theory]
    [InlineData("network")]
    [InlineData("hostEndpoints")]
    [InlineData("caseEndpoints")]
    public void NetworkIsolation_IsOneFlag_OverEveryNetworkModule(string module) =>
        Assert.Contains("if (isolated)", Main.Get("module", module).Source, StringComparison.Ordinal);

    [Fact]
    public void Anchors_AreImmutable()
    {
        var policy = BicepFile.All["modules/storage.bicep"].Get("resource", "policy");

        Assert.Contains("immutabilityPolicies", policy.Type);
        Assert.Equal(RegelLoket.Cases.AnchorStore.Container, Main.Get("module", "caseStorage").At("params", "immutableContainer")!.Value.GetString());
    }

    [Fact]
    public void Budget_WarnsAtFiftyEightyAndHundred()
    {
        var notifications = BicepFile.All["modules/budget.bicep"].Get("resource", "budget").At("properties", "notifications")!.Value;

        Assert.Equal([50, 80, 100], notifications.EnumerateObject()
            .Where(n => n.Value.GetProperty("thresholdType").GetString() == "Actual").Select(n => n.Value.GetProperty("threshold").GetInt32()));
    }

    [Fact]
    public void Runtime_OfTheApp_IsThatOfTheProjects()
    {
        var runtime = BicepFile.All["modules/app.bicep"].Get("resource", "app").At("properties", "functionAppConfig", "runtime")!.Value;

        Assert.Equal("dotnet-isolated", runtime.GetProperty("name").GetString());
        Assert.Contains($"<TargetFramework>net{runtime.GetProperty("version").GetString()}</TargetFramework>", Repository.Read("Directory.Build.props"), StringComparison.Ordinal);
    }

    [Fact]
    public void Alerts_CoverWhatOperationsMustSee()
    {
        var alerts = BicepFile.All["modules/alerts.bicep"];
        var rules = alerts.Get("var", "rules").Value.EnumerateArray().Select(r => r.GetProperty("name").GetString()).ToList();

        Assert.Superset(new HashSet<string?> { "oldest-pending-workflow", "oldest-outbox-entry", "poison-messages", "failed-requests", "mail-bounces" }, rules.ToHashSet());
        Assert.Contains("SecretNearExpiry", alerts.Get("resource", "expiring").Source, StringComparison.Ordinal);
        Assert.Contains("ServerBusyError", alerts.Get("resource", "throttling").Source, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, int, string> NamesInMain => new()
    {
        { "hostStorage", "name", 24, "^[a-z0-9]{3,24}$" },
        { "caseStorage", "name", 24, "^[a-z0-9]{3,24}$" },
        { "vault", "name", 24, "^[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$" },
        { "app", "name", 60, "^[a-zA-Z0-9][a-zA-Z0-9-]{0,58}[a-zA-Z0-9]$" },
        { "identity", "name", 128, "^[a-zA-Z0-9][a-zA-Z0-9_-]{2,127}$" },
        { "network", "name", 64, "^[a-zA-Z0-9][a-zA-Z0-9_.-]{1,63}$" },
        { "scheduler", "name", 64, "^[a-zA-Z0-9][a-zA-Z0-9-]{1,62}[a-zA-Z0-9]$" },
    };

    [Theory, MemberData(nameof(NamesInMain))]
    public void Name_WithTheLongestEnvironment_IsWithinTheLimit(string module, string parameter, int limit, string form)
    {
        var longest = new string('e', 20);
        var source = BicepFile.TextOf(Main.Get("module", module).At("params", parameter)!.Value);
        var expression = source == "appName" ? BicepFile.TextOf(Main.Get("var", "appName").Value) : source;
        var name = expression.Trim('\'').Replace("${environmentName}", longest, StringComparison.Ordinal).Replace("${token}", "abcdefgh", StringComparison.Ordinal);

        Assert.Contains("@maxLength(20)\nparam environmentName", Repository.Read("infra/main.bicep"), StringComparison.Ordinal);
        Assert.InRange(name.Length, 3, limit);
        Assert.Matches(form, name);
    }

    [GeneratedRegex(@"AccountKey=|SharedAccessSignature|\blist(Account)?(Keys|Sas)\s*\(|InstrumentationKey=[0-9a-f]|SG\.[A-Za-z0-9_-]{10}|-----BEGIN|password\s*[:=]\s*'", RegexOptions.IgnoreCase)]
    private static partial Regex SecretPattern();
}
