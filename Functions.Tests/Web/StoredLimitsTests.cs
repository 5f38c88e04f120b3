using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

/// <summary>Limits that two instances of the app hold together, since what they count lies in storage.</summary>
public sealed class StoredLimitsTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
    private readonly List<RateLimits> callers = [];
    private readonly List<StoredLimits> instances = [];
    private TestStorage storage = null!;

    public async ValueTask InitializeAsync()
    {
        storage = await SharedAzurite.TakeAccountAsync();
        await storage.Blobs.GetBlobContainerClient(StoredLimits.Container).CreateAsync();
    }

    public ValueTask DisposeAsync()
    {
        instances.ForEach(instance => instance.Dispose());
        callers.ForEach(caller => caller.Dispose());
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task TryReceipt_AtTwoInstances_CountsTogetherForTheRecipient()
    {
        var (one, other) = (Instance(), Instance());

        Assert.True(await one.TryReceiptAsync(Address("melder@example.org"), default));
        Assert.True(await other.TryReceiptAsync(Address("MELDER@example.org"), default));
        Assert.False(await one.TryReceiptAsync(Address("melder@example.org"), default));
        Assert.False(await other.TryReceiptAsync(Address("melder@example.org"), default));
        Assert.True(await other.TryReceiptAsync(Address("ander@example.org"), default));
    }

    [Fact]
    public async Task TryReceipt_RefusedBefore_IsRefusedWithoutAskingStorage()
    {
        var limits = Instance();
        while (await limits.TryReceiptAsync(Address("melder@example.org"), default))
        {
        }

        await storage.Blobs.GetBlobContainerClient(StoredLimits.Container).DeleteAsync();

        Assert.False(await limits.TryReceiptAsync(Address("melder@example.org"), default));
    }

    [Fact]
    public async Task TryReceipt_ManyAtOnce_LetsExactlyAsManyThrough()
    {
        var (one, other) = (Instance(), Instance());

        var answers = await Task.WhenAll(Enumerable.Range(0, 12)
            .Select(i => (i % 2 == 0 ? one : other).TryReceiptAsync(Address("tegelijk@example.org"), default)));

        Assert.Equal(2, answers.Count(let => let));
    }

    [Fact]
    public async Task TryMail_OfOneCaller_CountsToManyRecipientsToo()
    {
        var limits = Instance();

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Allowance.Granted,
                await limits.TryMailAsync(Request("2001:db8:1:2::1"), Address($"iemand{i}@example.org"), default));
        }

        Assert.Equal(Allowance.NotToday,
            await limits.TryMailAsync(Request("2001:db8:1:2:ffff::9"), Address("iemand9@example.org"), default));
        Assert.Equal(Allowance.Granted,
            await limits.TryMailAsync(Request("2001:db8:1:3::1"), Address("iemand9@example.org"), default));
    }

    [Fact]
    public async Task TryCode_AtTwoInstances_CountsTheTriesOfOneCodeTogether()
    {
        var (one, other) = (Instance(), Instance());

        for (var i = 0; i < StoredLimits.MostTriesOfACode; i++)
        {
            Assert.True(await (i % 2 == 0 ? one : other).TryCodeAsync("verzegeld", default));
        }

        Assert.False(await one.TryCodeAsync("verzegeld", default));
        Assert.False(await other.TryCodeAsync("verzegeld", default));
        Assert.True(await other.TryCodeAsync("een ander", default));
    }

    /// <summary>The clock of the test stands at one o'clock in the Netherlands.</summary>
    [Fact]
    public void RefuseToday_SaysHowLongItIsUntilTomorrow()
    {
        var request = Request("203.0.113.7");
        request.Path = "/v1/meldingen";

        Instance().RefuseToday(request);

        Assert.Equal($"{11 * 3600}", request.HttpContext.Response.Headers.RetryAfter.ToString());
    }

    [Fact]
    public async Task TryReceipt_TheNextDay_CountsAnewAndForgetsAfterTwo()
    {
        var limits = Instance();
        while (await limits.TryReceiptAsync(Address("melder@example.org"), default))
        {
        }

        clock.Advance(TimeSpan.FromDays(1));
        Assert.True(await limits.TryReceiptAsync(Address("melder@example.org"), default));
        await limits.DeleteExpiredAsync(default);
        Assert.Equal(2, await CountsAsync());
        clock.Advance(TimeSpan.FromDays(2));
        await limits.DeleteExpiredAsync(default);
        Assert.Equal(0, await CountsAsync());
    }

    [Fact]
    public async Task Counts_InStorage_NameNobody()
    {
        await Instance().TryMailAsync(Request("203.0.113.7"), Address("melder@example.org"), default);

        await foreach (var blob in storage.Blobs.GetBlobContainerClient(StoredLimits.Container).GetBlobsAsync())
        {
            Assert.Matches("^2026-11-29/[0-9a-f]{64}$", blob.Name);
        }
    }

    private async Task<int> CountsAsync() =>
        await storage.Blobs.GetBlobContainerClient(StoredLimits.Container).GetBlobsAsync().CountAsync();

    private StoredLimits Instance()
    {
        var options = Options.Create(new RateLimitOptions { MailsPerAddressPerDay = 3, MailsPerRecipientPerDay = 2 });
        callers.Add(new RateLimits(options, new ConfigurationBuilder().Build()));
        instances.Add(new StoredLimits(storage.Blobs, callers[^1], options, clock));
        return instances[^1];
    }

    private static EmailAddress Address(string text) => EmailAddress.TryParse(text, out var address) ? address
        : throw new ArgumentException(text);

    private static HttpRequest Request(string connection)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(connection);
        return context.Request;
    }
}
