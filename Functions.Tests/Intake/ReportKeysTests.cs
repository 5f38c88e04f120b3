using Microsoft.Extensions.Time.Testing;
using RegelLoket.Intake;

namespace RegelLoket.Tests.Intake;

public sealed class ReportKeysTests
{
    private sealed record Claim(string Answer);

    [Fact]
    public async Task DeleteExpired_AfterTheTerm_LetsTheKeyBeUsedAnew()
    {
        var storage = await SharedAzurite.TakeAccountAsync();
        await storage.Blobs.GetBlobContainerClient(ReportKeys.Container).CreateIfNotExistsAsync();
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var keys = new ReportKeys(storage.Blobs, clock);
        var first = new Claim("eerste");
        Assert.Same(first, await keys.ClaimAsync("sleutel", first, default));

        clock.Advance(ReportKeys.KeptFor - TimeSpan.FromHours(1));
        await keys.DeleteExpiredAsync(default);
        Assert.Equal(first, await keys.ClaimAsync("sleutel", new Claim("tweede"), default));

        clock.Advance(TimeSpan.FromHours(2));
        await keys.DeleteExpiredAsync(default);
        var later = new Claim("derde");
        Assert.Same(later, await keys.ClaimAsync("sleutel", later, default));
    }
}
