using System.Net;
using Bench;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Tests.Web;

/// <summary>A storage that refuses or is slow: every page says so in a sentence, and goes on afterwards.</summary>
public sealed class StorageTroubleTests
{
    private static readonly string[] Addresses =
    [
        "/", "/melden", "/bibliotheek", "/koplopers", "/cijfers", "/werkbank", "/werkbank/zaken/{0}", "/werkbank/zaken/{0}/context",
        "/werkbank/zaken/{0}/dossier", "/werkbank/post", "/werkbank/inzicht", "/v1/zaken", "/v1/zaken/{0}", "/v1/zaken/{0}/gebeurtenissen",
        "/v1/casussen", "/v1/wetten", "/volgen",
    ];

    [Theory]
    [InlineData(503, 0)]
    [InlineData(429, 0)]
    [InlineData(null, 2)]
    public async Task Page_WhileStorageIsInTrouble_IsThereOrSaysSo(int? refusal, int seconds)
    {
        await using var azurite = await Azurite.StartNewAsync();
        await using var storage = await StorageProxy.StartAsync(azurite);
        await using var app = await AppFixture.StartAsync(("CaseStorage", storage.ConnectionString));
        var journey = new Journey(name => name is null ? app.NewClient() : app.AsAnalyst(name));
        await journey.ReportAsync();
        using var coordinator = app.As(CurrentUser.CoordinatorRole, "Co Coördinator");
        var addresses = Addresses.Select(address => address.Replace("{0}", journey.Number, StringComparison.Ordinal)).ToList();

        (storage.Refusal, storage.Delay) = (refusal, TimeSpan.FromSeconds(seconds));
        var answers = await Task.WhenAll(addresses.Select(address => coordinator.GetAsync(new Uri(address, UriKind.Relative))));
        var texts = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));
        (storage.Refusal, storage.Delay) = (null, TimeSpan.Zero);

        Assert.All(addresses.Zip(answers, texts), page =>
        {
            var (address, answer, text) = page;
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable,
                $"{address} gave {(int)answer.StatusCode}. {string.Join('\n', app.Log.TakeLast(5))}");
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                Assert.Contains("minuut nog een keer", text, StringComparison.Ordinal);
                Assert.NotNull(answer.Headers.RetryAfter);
            }
        });
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.ServiceUnavailable);
        foreach (var address in addresses)
        {
            using var answer = await coordinator.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }
}
