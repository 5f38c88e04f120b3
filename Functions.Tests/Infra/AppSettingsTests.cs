using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using RegelLoket.Escalation.Inbound;

namespace RegelLoket.Tests.Infra;

/// <summary>The settings of the function app against what host.json and the source ask for.</summary>
public sealed partial class AppSettingsTests
{
    /// <summary>Read by the app, and rightly not set in Azure.</summary>
    private static readonly Dictionary<string, string> LeftOut = new()
    {
        ["Drafts"] = "the defaults hold",
        ["ProofOfWork"] = "the defaults hold",
        ["RateLimits"] = "the defaults hold",
        ["LocalIdentity"] = "the development identity; a test below holds that it is absent",
        ["Loket"] = "the movable clock of Development; a test below holds that it is absent",
        ["WEBSITE_AUTH_ENABLED"] = "set by the platform itself, when its sign-in is on",
        ["WEBSITE_HOSTNAME"] = "set by the platform itself",
        ["PORT"] = "of a local run",
        ["Command"] = "the first word of a local command line",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "Application Insights takes the place of a collector",
    };

    /// <summary>Set in Azure for others than our source, by the beginning of the name.</summary>
    private static readonly Dictionary<string, string> ReadByOthers = new()
    {
        ["AzureWebJobsStorage__"] = "the host: its locks, timers and queues",
        ["DurableStorage__"] = "the durable extension: the connection that host.json names",
        ["TASKHUB_NAME"] = "the durable extension: the placeholder in host.json",
        ["AZURE_CLIENT_ID"] = "Azure.Identity: which identity is the app's",
        ["AzureWebJobsDisableHomepage"] = "the host",
        ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "the worker's web server",
        ["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"] = "the host",
        ["AZURE_FUNCTIONS_ENVIRONMENT"] = "host and worker, for the environment that the app asks after",
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = "the host, for its own telemetry",
        ["OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID"] = "the platform's sign-in",
    };

    /// <summary>Settings that Flex Consumption refuses or ignores: functionAppConfig says these things.</summary>
    private static readonly string[] NotOnFlexConsumption =
    [
        "FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_EXTENSION_VERSION", "WEBSITE_RUN_FROM_PACKAGE", "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING",
        "WEBSITE_CONTENTSHARE", "WEBSITE_CONTENTOVERVNET", "WEBSITE_VNET_ROUTE_ALL", "SCM_DO_BUILD_DURING_DEPLOYMENT",
        "WEBSITE_MAX_DYNAMIC_APPLICATION_SCALE_OUT", "FUNCTIONS_MAX_HTTP_CONCURRENCY", "WEBSITE_NODE_DEFAULT_VERSION", "ENABLE_ORYX_BUILD",
    ];

    /// <summary>
    /// Those that are set, some only when a parameter is given; settings of a list that may be empty come from a function beside them.
    /// </summary>
    internal static Dictionary<string, string> Settings => ArmTemplate.ArgumentsOf(Expression)
        .Select(part => VariablePattern().Match(part) is { Success: true } named
            ? ArmTemplate.At(ArmTemplate.Module("app"), "variables", named.Groups[1].Value).ToString() : part)
        .SelectMany(ObjectsIn).SelectMany(part => ArmTemplate.ArgumentsOf(part).Chunk(2)).Where(pair => pair.Length == 2)
        .ToDictionary(pair => pair[0].Trim('\''), pair => pair[1].Trim('\''));

    private static string Expression =>
        ArmTemplate.Resource("app", "Microsoft.Web/sites/config", "appsettings").GetProperty("properties").GetString()!;

    /// <summary>The options of the app by their section: a class with a constant <c>Section</c>.</summary>
    internal static Dictionary<string, Type> Options => typeof(RegelLoket.Storage.CaseStore).Assembly.GetTypes()
        .Select(type => (Type: type, Field: type.GetField("Section", BindingFlags.Public | BindingFlags.Static)))
        .Select(o => (o.Type, Section: o.Field?.GetRawConstantValue() as string))
        .Where(o => o.Section is not null).ToDictionary(o => o.Section!, o => o.Type);

    [Theory]
    [InlineData("domainSettings", "Notifications__AllowedDomains__{0}")]
    [InlineData("certificateSettings", "DataProtection__OlderCertificates__{0}")]
    public void Settings_OfAList_AreNumberedAndPutIntoTheResource(string variable, string name)
    {
        Assert.Contains($"variables('{variable}')", ArmTemplate.ArgumentsOf(Expression));
        Assert.Contains(
            $"format('{name}', lambdaVariables('i'))",
            ArmTemplate.At(ArmTemplate.Module("app"), "variables", variable).GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_ThatHostJsonNames_AreSet()
    {
        var host = Repository.Read("host.json");
        using var json = JsonDocument.Parse(host);
        var connection = ArmTemplate.At(json.RootElement, "extensions", "durableTask", "storageProvider", "connectionName").GetString();
        string[] parts = ["blobServiceUri", "queueServiceUri", "tableServiceUri", "credential", "clientId"];

        Assert.All(PlaceholderPattern().Matches(host), m => Assert.Contains(m.Groups[1].Value, Settings.Keys));
        Assert.All(parts, part => Assert.Contains($"{connection}__{part}", Settings.Keys));
    }

    [Fact]
    public void Settings_ThatTheSourceReads_AreSet() => Assert.All(
        KeysInTheSource().Except(LeftOut.Keys).Except(Options.Keys),
        key => Assert.Contains(Settings.Keys, s => s == key || s.StartsWith(key + "__", StringComparison.Ordinal)));

    /// <summary>The other way round: a setting under a wrong name would be set for nobody.</summary>
    [Fact]
    public void Settings_ThatAreSet_AreReadByTheSourceOrAreOfOthers()
    {
        var keys = KeysInTheSource();

        Assert.All(Settings.Keys.Where(name => !ReadByOthers.Keys.Any(other => name.StartsWith(other, StringComparison.Ordinal))), name =>
        {
            var (section, rest) = name.Split("__", 2) is [var first, var second] ? (first, second) : (name, "");
            Assert.True(Options.TryGetValue(section, out var options)
                ? options.GetProperty(rest.Split("__")[0]) is not null
                : keys.Any(key => name == key || name.StartsWith($"{key}__", StringComparison.Ordinal)), name);
        });
        Assert.All(ReadByOthers.Keys, other => Assert.Contains(Settings.Keys, name => name.StartsWith(other, StringComparison.Ordinal)));
    }

    [Fact]
    public void Settings_WhoseDefaultIsOnlyAnExample_AreSet()
    {
        var examples = Options.SelectMany(section => section.Value.GetProperties()
            .Where(p => p.CanWrite && ExamplePattern().IsMatch(p.GetValue(Activator.CreateInstance(section.Value))?.ToString() ?? ""))
            .Select(p => $"{section.Key}__{p.Name}")).ToList();

        Assert.NotEmpty(examples);
        Assert.All(examples, name => Assert.Contains(name, Settings.Keys));
    }

    [Fact]
    public void Settings_WithoutADefault_AreSet()
    {
        var missing = Options.SelectMany(section =>
        {
            var results = new List<ValidationResult>();
            var defaults = Activator.CreateInstance(section.Value)!;
            Validator.TryValidateObject(defaults, new ValidationContext(defaults), results, validateAllProperties: true);
            return results.SelectMany(r => r.MemberNames).Select(name => $"{section.Key}__{name}");
        });

        Assert.All(missing, name => Assert.Contains(name, Settings.Keys));
    }

    [Fact]
    public void Settings_ThatAreSecret_ComeFromTheVault()
    {
        var secret = Settings.Where(s => SecretNamePattern().IsMatch(s.Key));

        Assert.Superset(
            new HashSet<string>
            {
                "SendGrid__ApiKey", "SendGrid__InboundPassword", "Smtp__Password", "DataProtection__Certificate",
            },
            secret.Select(s => s.Key).ToHashSet());
        Assert.All(secret, s => Assert.Matches(
            @"^format\('@Microsoft\.KeyVault\(SecretUri=\{0\}secrets/[a-z-]+\)', parameters\('vaultUri'\)\)$", s.Value));
    }

    [Fact]
    public void Settings_ThatFlexConsumptionRefuses_AreNotSet() => Assert.Empty(Settings.Keys.Intersect(NotOnFlexConsumption));

    [Theory]
    [InlineData("LocalIdentity")]
    [InlineData("Loket__Klok")]
    [InlineData("SendGrid__Host")]
    public void Setting_OfDevelopmentOnly_IsNeverSet(string name) =>
        Assert.DoesNotContain(Settings.Keys, key => key.StartsWith(name, StringComparison.Ordinal));

    [Fact]
    public void HomepageOfTheHost_IsOff_SoThatTheStartPageShows() => Assert.Equal("true", Settings["AzureWebJobsDisableHomepage"]);

    [Fact]
    public void ForwardedHeaders_AreRead_SoThatEachCallerHasAnAddress() =>
        Assert.Equal("true", Settings["ASPNETCORE_FORWARDEDHEADERS_ENABLED"]);

    [Fact]
    public void BodyLimit_OfTheHost_IsJustAboveTheLargestThatTheAppTakes() => Assert.InRange(
        long.Parse(Settings["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"], CultureInfo.InvariantCulture),
        InboundFunctions.MaximumMailSize + 1,
        InboundFunctions.MaximumMailSize + (4 * 1024 * 1024));

    [Fact]
    public void SignIn_OfThePlatform_LetsStrangersThroughToTheApp_AndUsesNoSecret()
    {
        var signIn = ArmTemplate.Resource("app", "Microsoft.Web/sites/config", "authsettingsV2").GetProperty("properties");

        Assert.Equal("AllowAnonymous", ArmTemplate.At(signIn, "globalValidation", "unauthenticatedClientAction").GetString());
        Assert.Equal(
            "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID",
            ArmTemplate.At(signIn, "identityProviders", "azureActiveDirectory", "registration", "clientSecretSettingName").GetString());
        Assert.Contains("OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", Settings.Keys);
    }

    /// <summary>The objects that an expression makes, each from where it begins.</summary>
    private static IEnumerable<string> ObjectsIn(string expression) =>
        ObjectPattern().Matches(expression).Select(begin => expression[begin.Index..]);

    /// <summary>The names of settings that the source reads, as they are written in the environment.</summary>
    private static HashSet<string> KeysInTheSource()
    {
        var sources = Repository.Sources("Functions").Select(File.ReadAllText).ToList();
        var constants = sources.SelectMany(source => ConstantPattern().Matches(source))
            .ToLookup(m => m.Groups[1].Value, m => m.Groups[2].Value);
        var keys = sources.SelectMany(source => ReadPattern().Matches(source))
            .SelectMany(m => m.Groups[1].Success
                ? [m.Groups[1].Value]
                : constants[m.Groups[2].Value].Take(m.Groups[2].Value == "Section" ? int.MaxValue : 1))
            .Select(key => key.Replace(":", "__", StringComparison.Ordinal).TrimEnd('_')).ToHashSet();
        Assert.NotEmpty(keys);
        return keys;
    }

    [GeneratedRegex(@"\.example\b|localhost|123 45 67")]
    private static partial Regex ExamplePattern();

    [GeneratedRegex(@"^variables\('(\w+)'\)$")]
    private static partial Regex VariablePattern();

    [GeneratedRegex(@"\bcreateObject\(")]
    private static partial Regex ObjectPattern();

    [GeneratedRegex("%([A-Z_]+)%")]
    private static partial Regex PlaceholderPattern();

    // configuration["Name"], configuration.GetSection("Name"), and the same with a constant such as XxxOptions.Section.
    [GeneratedRegex("""[cC]onfiguration(?:\.GetValue<\w+>|\.GetSection)?[\[(](?:\$?"([A-Za-z_:]+)|(?:\w+\.)?(\w+)[\])])""")]
    private static partial Regex ReadPattern();

    [GeneratedRegex("""const string (\w+) = "([A-Za-z_:]+)";""")]
    private static partial Regex ConstantPattern();

    // A public key that checks signatures is no secret.
    [GeneratedRegex("(?<!Webhook)(Key|Secret|Password|Certificate)$")]
    private static partial Regex SecretNamePattern();
}
