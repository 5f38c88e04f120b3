using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Operations;

/// <summary>A back-up is what comes back: the app's containers are copied into an empty storage and the app runs on.</summary>
[Collection(AppCollection.Name)]
public sealed class RestoreTests(AppFixture app)
{
    [Fact]
    public async Task Containers_CopiedIntoAnEmptyStorage_LetTheAppRunOn()
    {
        var (number, code) = await ReportAsync();
        var secret = app.Services.GetRequiredService<ProtectedSecrets>().Protect("nog te mailen");
        var empty = new AzuriteFixture();
        await empty.InitializeAsync();
        try
        {
            await StorageCopy.OfTheAppAsync(app, empty.Blobs);

            await using var restored = await AppFixture.StartAsync(("AzureWebJobsStorage", empty.ConnectionString));

            Assert.Equal(HttpStatusCode.OK, (await SendAsync(restored, HttpMethod.Get, $"/v1/meldingen/{number}", code)).StatusCode);
            Assert.Equal("nog te mailen", restored.Services.GetRequiredService<ProtectedSecrets>().Unprotect(secret));
            var verdicts = await restored.Services.GetRequiredService<CaseVerifier>().VerifyAllAsync(CancellationToken.None)
                .Where(v => v.Number.Value == number).ToListAsync();
            Assert.True(Assert.Single(verdicts).Holds);
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(restored, HttpMethod.Post, $"/v1/meldingen/{number}/intrekkingen", code))
                .StatusCode);
        }
        finally
        {
            await empty.DisposeAsync();
        }
    }

    [Fact]
    public void Keys_AfterRotation_ReadWhatTheOlderOneProtected()
    {
        var secrets = app.Services.GetRequiredService<ProtectedSecrets>();
        var keys = app.Services.GetRequiredService<IKeyManager>();
        var before = secrets.Protect("oud");

        var next = keys.CreateNewKey(TimeProvider.System.GetUtcNow().AddMinutes(-1), TimeProvider.System.GetUtcNow().AddDays(90));
        var after = secrets.Protect("nieuw");

        Assert.Equal("oud", secrets.Unprotect(before));
        Assert.Equal("nieuw", secrets.Unprotect(after));
        Assert.Contains(keys.GetAllKeys(), k => k.KeyId == next.KeyId);
        Assert.True(keys.GetAllKeys().Count(k => !k.IsRevoked && k.ExpirationDate > TimeProvider.System.GetUtcNow()) >= 2);
    }

    [Fact]
    public async Task Keys_UnderACertificateThatIsGone_LetTheAppRefuseToStartWithTheSetting()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(
            () => AppFixture.StartAsync(("DataProtection:Certificate", "verdwenen.pfx")));

        Assert.StartsWith("DataProtection:Certificate names the file verdwenen.pfx", failure.Message, StringComparison.Ordinal);
    }

    private async Task<(string Number, string Code)> ReportAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/meldingen")
        {
            Content = JsonContent.Create(new
            {
                titel = "Bewaard in een back-up",
                omschrijving = "Een kandidaat wil de opleiding tot verzorgende volgen en wacht al maanden.",
                belemmering = "De uitkering stopt zodra de opleiding begint.",
                branche = "ouderenzorg",
                themas = new[] { "leven-lang-ontwikkelen" },
            }),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var answer = await app.Http.SendAsync(request);
        using var receipt = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (receipt.RootElement.GetProperty("zaaknummer").GetString()!, receipt.RootElement.GetProperty("volgcode").GetString()!);
    }

    private static async Task<HttpResponseMessage> SendAsync(AppFixture to, HttpMethod method, string path, string code)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Volgcode", code);
        return await to.Http.SendAsync(request);
    }
}
