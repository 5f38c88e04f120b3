using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Storage;

/// <summary>The keys of data protection in real storage, under certificates that come, go, and are wrong.</summary>
public sealed class KeyProtectionTests : IAsyncLifetime
{
    private const string NoStorage =
        "AccountName=none;AccountKey=bm9uZQ==;BlobEndpoint=http://127.0.0.1:9/none;QueueEndpoint=http://127.0.0.1:9/none;";

    private const string Setting = "DataProtection:Certificate";
    private const string OlderSetting = "DataProtection:OlderCertificates:0";

    private TestStorage storage = null!;

    public async ValueTask InitializeAsync() => storage = await SharedAzurite.TakeAccountAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Keys_WithACertificate_AreStoredEncrypted()
    {
        using var desk = await StartAsync("Production", (Setting, TestCertificate.Create()));
        Secrets(desk).Protect("volgcode");

        var keys = await StoredKeysAsync();

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains("X509Certificate", key, StringComparison.Ordinal));
        Assert.All(keys, key => Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal));
        Assert.Empty(Warnings(desk));
    }

    [Fact]
    public async Task Keys_AfterANewCertificate_AreReadWithTheOlderAndProtectedWithTheNew()
    {
        var (old, next) = (TestCertificate.Create(), TestCertificate.Create());
        string before, after;
        using (var desk = await StartAsync("Production", (Setting, old)))
        {
            before = Secrets(desk).Protect("van voor de wissel");
        }

        // The order of the runbook: the certificate goes among the older ones before it is replaced.
        using (var desk = await StartAsync("Production", (Setting, old), (OlderSetting, old)))
        {
            Assert.Equal("van voor de wissel", Secrets(desk).Unprotect(before));
        }

        using (var desk = await StartAsync("Production", (Setting, next), (OlderSetting, old)))
        {
            var now = TimeProvider.System.GetUtcNow();
            desk.Services.GetRequiredService<IKeyManager>().CreateNewKey(now, now.AddDays(90));
        }

        using (var desk = await StartAsync("Production", (Setting, next), (OlderSetting, old)))
        {
            Assert.Equal("van voor de wissel", Secrets(desk).Unprotect(before));
            after = Secrets(desk).Protect("van na de wissel");
        }

        using var newest = await StartAsync("Production", (Setting, next));
        Assert.Equal("van na de wissel", Secrets(newest).Unprotect(after));
        Assert.Throws<CryptographicException>(() => Secrets(newest).Unprotect(before));
    }

    [Fact]
    public async Task Certificate_InAFile_ProtectsToo()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("regelloket-certificate-").FullName, "data-protection.pfx");
        await File.WriteAllBytesAsync(file, Convert.FromBase64String(TestCertificate.Create()));

        using var desk = await StartAsync("Production", (Setting, file));

        Assert.Equal("volgcode", Secrets(desk).Unprotect(Secrets(desk).Protect("volgcode")));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public async Task Certificate_ThatExpired_StillWorksAndIsWarnedOfOnce()
    {
        var expired = TestCertificate.Create(until: TimeProvider.System.GetUtcNow().AddDays(-1));

        using var desk = await StartAsync("Production", (Setting, expired));

        Assert.Equal("volgcode", Secrets(desk).Unprotect(Secrets(desk).Protect("volgcode")));
        Assert.Contains("expired on", Assert.Single(Warnings(desk)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_MissingInDevelopment_IsWarnedOfOnce()
    {
        using var desk = await StartAsync("Development");

        Assert.Contains(Setting, Assert.Single(Warnings(desk)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Certificate_MissingElsewhere_IsRefusedBeforeStorageIsTouched(string environment)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(
            () => StartAsync(environment, ("AzureWebJobsStorage", NoStorage)));

        Assert.StartsWith($"{Setting} is not set:", failure.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "geen base64!", "is neither base64 nor the path of a .pfx file" },
        { "bestaat-niet.pfx", "names the file bestaat-niet.pfx, which cannot be read" },
        { Convert.ToBase64String("geen PFX"u8), "holds no PFX that opens without a password" },
        { TestCertificate.WithPassword("geheim"), "holds no PFX that opens without a password" },
        { TestCertificate.WithoutPrivateKey(), "holds a certificate without its private key" },
        { TestCertificate.WithoutRsa(), "holds a certificate whose key is not an RSA key" },
        { "@Microsoft.KeyVault(SecretUri=https://kv.example/secrets/data-protection)", "is a Key Vault reference that was not resolved" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task Certificate_ThatCannotProtect_IsRefusedWithItsSettingAndTheReason(string value, string reason)
    {
        var current = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync("Production", (Setting, value)));
        var older = await Assert.ThrowsAsync<OptionsValidationException>(
            () => StartAsync("Production", (Setting, TestCertificate.Create()), (OlderSetting, value)));

        Assert.StartsWith($"{Setting} {reason}", current.Message, StringComparison.Ordinal);
        Assert.StartsWith($"{OlderSetting} {reason}", older.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', current.Message);
    }

    private static ProtectedSecrets Secrets(IHost desk) => desk.Services.GetRequiredService<ProtectedSecrets>();

    private static IEnumerable<string> Warnings(IHost desk) => desk.Services.GetRequiredService<NoticeLog>().Warnings;

    private async Task<IHost> StartAsync(string environment, params (string Name, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration["AzureWebJobsStorage"] = storage.ConnectionString;
        foreach (var (name, value) in settings)
        {
            builder.Configuration[name] = value;
        }

        var log = new NoticeLog();
        builder.Logging.AddProvider(log);
        builder.Services.AddSingleton(log);
        builder.Services.AddStorage(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private async Task<List<string>> StoredKeysAsync()
    {
        var container = storage.Blobs.GetBlobContainerClient(BlobKeyRing.Container);
        var keys = new List<string>();
        await foreach (var blob in container.GetBlobsAsync())
        {
            keys.Add((await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString());
        }

        return keys;
    }

    /// <summary>Keeps the warnings about how keys are stored.</summary>
    private sealed class NoticeLog : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> warnings = new();

        public IEnumerable<string> Warnings => warnings;

        public ILogger CreateLogger(string categoryName) =>
            categoryName == typeof(KeyProtectionNotice).FullName ? this : NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            warnings.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
