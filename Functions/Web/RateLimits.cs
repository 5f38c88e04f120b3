using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace RegelLoket.Web;

/// <summary>How much one address, and everybody together, may ask: section <c>RateLimits</c>. Generous, since a whole institution may share one address.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Changes (POST, PUT, DELETE) that one address may make in a burst, and how many come back each second.</summary>
    public int ChangesPerAddress { get; init; } = 600;

    public int ChangesPerAddressPerSecond { get; init; } = 10;

    /// <summary>Changes that all addresses together may make in a burst, and how many come back each second.</summary>
    public int ChangesInAll { get; init; } = 5000;

    public int ChangesInAllPerSecond { get; init; } = 200;

    /// <summary>Wrong codes that one address may try in a burst; one comes back every six seconds.</summary>
    public int WrongCodesPerAddress { get; init; } = 20;

    /// <summary>Mails that one address may ask for in a burst; one comes back each minute.</summary>
    public int MailsPerAddress { get; init; } = 10;
}

/// <summary>Token buckets per address and in all. They live in this instance: in Azure the limit is per instance.</summary>
public sealed class RateLimits : IDisposable
{
    private readonly PartitionedRateLimiter<string> _changes;
    private readonly PartitionedRateLimiter<string> _wrongCodes;
    private readonly PartitionedRateLimiter<string> _mails;
    private readonly bool _behindPlatform;

    public RateLimits(IOptions<RateLimitOptions> options, IConfiguration configuration)
    {
        var limits = options.Value;
        _behindPlatform = !string.IsNullOrEmpty(configuration["WEBSITE_HOSTNAME"]);
        _changes = PartitionedRateLimiter.CreateChained(
            Buckets(address => address, limits.ChangesPerAddress, limits.ChangesPerAddressPerSecond, TimeSpan.FromSeconds(1)),
            Buckets(_ => "", limits.ChangesInAll, limits.ChangesInAllPerSecond, TimeSpan.FromSeconds(1)));
        _wrongCodes = Buckets(address => address, limits.WrongCodesPerAddress, 1, TimeSpan.FromSeconds(6));
        _mails = Buckets(address => address, limits.MailsPerAddress, 1, TimeSpan.FromMinutes(1));
    }

    /// <summary>Counts a change; false when this address, or all together, made too many.</summary>
    public bool TryChange(HttpRequest request)
    {
        using var lease = _changes.AttemptAcquire(AddressOf(request));
        return lease.IsAcquired;
    }

    /// <summary>Counts a wrong code; false when this address tried too many, so that codes cannot be guessed.</summary>
    public bool TryWrongCode(HttpRequest request)
    {
        using var lease = _wrongCodes.AttemptAcquire(AddressOf(request));
        return lease.IsAcquired;
    }

    /// <summary>Counts a mail that somebody asks for without being known; false when this address asked for too many.</summary>
    public bool TryMail(HttpRequest request)
    {
        using var lease = _mails.AttemptAcquire(AddressOf(request));
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        _mails.Dispose();
        _changes.Dispose();
        _wrongCodes.Dispose();
    }

    private static PartitionedRateLimiter<string> Buckets(Func<string, string> partition, int burst, int perPeriod, TimeSpan period) =>
        PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetTokenBucketLimiter(partition(address), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = perPeriod,
            ReplenishmentPeriod = period,
            QueueLimit = 0,
        }));

    // Azure's front end adds the caller as the last entry; what stands before it is the caller's own word.
    private string AddressOf(HttpRequest request) =>
        _behindPlatform && request.Headers["X-Forwarded-For"].ToString() is { Length: > 0 } forwarded
            ? forwarded.Split(',')[^1].Trim()
            : request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
}
