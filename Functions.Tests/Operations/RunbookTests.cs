using System.Reflection;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RegelLoket.Operations;
using RegelLoket.Storage;
using RegelLoket.Tests.Infra;

namespace RegelLoket.Tests.Operations;

/// <summary>What docs/operations.md and docs/privacy.md say of the storage, against the app itself.</summary>
public sealed partial class RunbookTests
{
    private const string Runbook = "docs/operations.md";

    /// <summary>The containers of the runbook's list, with whether a back-up copies them.</summary>
    internal static IReadOnlyDictionary<string, bool> Containers { get; } = RowPattern().Matches(Repository.Read(Runbook))
        .ToDictionary(row => row.Groups[1].Value, row => row.Groups[2].Value == "ja");

    [Fact]
    public void Containers_OfTheList_AreThoseOfTheApp() => Assert.Equal(ContainersOfTheApp(), Containers.Keys.Order());

    [Fact]
    public void Containers_OfTheApp_StandInTheTableOfPrivacy()
    {
        var table = string.Join('\n', Repository.Read("docs/privacy.md").Split('\n')
            .Where(line => line.StartsWith('|')).Select(line => line.Split('|')[2]));

        Assert.DoesNotContain(ContainersOfTheApp(), name => !Regex.IsMatch(table, $"`{name}[`/]"));
    }

    [Fact]
    public void Metrics_OfTheApp_StandInTheRunbook()
    {
        var text = Repository.Read(Runbook);
        var metrics = typeof(Gauges).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.True(metrics.Count > 5);
        Assert.DoesNotContain(metrics, name => !text.Contains($"`{name}`", StringComparison.Ordinal));
    }

    /// <summary>The blob that the runbook puts into the key ring after a leak, exactly as it is written there.</summary>
    [Fact]
    public async Task Revocation_AsItIsWritten_EndsAllKeysBeforeIt_AndNewOnesWork()
    {
        var storage = await SharedAzurite.TakeAccountAsync();
        string secret;
        using (var before = Build(storage))
        {
            secret = before.Services.GetRequiredService<ProtectedSecrets>().Protect("nog te mailen");
        }

        // The moment of the revocation has no parts of a second, and must come after the key.
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        var blob = RevocationPattern().Match(Repository.Read(Runbook)).Value
            .Replace("NU", $"{TimeProvider.System.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}", StringComparison.Ordinal);
        await storage.Blobs.GetBlobContainerClient("keys").UploadBlobAsync("revocation.xml", BinaryData.FromString(blob));
        using var after = Build(storage);
        var secrets = after.Services.GetRequiredService<ProtectedSecrets>();

        Assert.Throws<CryptographicException>(() => secrets.Unprotect(secret));
        Assert.Equal("nieuw", secrets.Unprotect(secrets.Protect("nieuw")));
    }

    private static IHost Build(TestStorage storage) => InProcessWorker.Build(
        new Dictionary<string, string?> { ["AzureWebJobsStorage"] = storage.ConnectionString, ["SendGrid__ApiKey"] = "SG.tests" });

    private static List<string> ContainersOfTheApp()
    {
        using var app = InProcessWorker.Build(new Dictionary<string, string?> { ["SendGrid__ApiKey"] = "SG.tests" });
        return [.. app.Services.GetServices<StorageContainer>().Select(container => container.Name).Distinct().Order()];
    }

    [GeneratedRegex(@"^\| `([a-z-]+)` \| (ja|nee) \|", RegexOptions.Multiline)]
    private static partial Regex RowPattern();

    [GeneratedRegex("<revocation version=.*?</revocation>", RegexOptions.Singleline)]
    private static partial Regex RevocationPattern();
}
