using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace RegelLoket.Web;

/// <summary>
/// How much one address, and everybody together, may ask: section <c>RateLimits </c>. Generous, since a whole institution may share one
/// address.
/// </summary>
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

    /// <summary>Mails that one address may ask for in a day, at all instances together.</summary>
    public int MailsPerAddressPerDay { get; init; } = 300;

    /// <summary>Mails, receipts included, that people who are not known may send to one e-mail address in a day.</summary>
    public int MailsPerRecipientPerDay { get; init; } = 50;

    /// <summary>Reports that one address may send by the API in a day.</summary>
    public int ReportsPerAddressPerDay { get; init; } = 2000;

    /// <summary>How often one address may join the same published case in a day.</summary>
    public int JoinsPerAddressPerDay { get; init; } = 20;
}

/// <summary>
/// Token buckets per address and in all, against bursts. They live in this instance; what must hold for all instances together is counted
/// by <see cref="StoredLimits"/>.
/// </summary>
public sealed class RateLimits : IDisposable
{
    private static readonly IPNetwork[] InternalNetworks =
        [.. new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16" }.Select(
        network => IPNetwork.Parse(network))];

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
        using var lease = _changes.AttemptAcquire(CallerOf(request));
        return lease.IsAcquired;
    }

    /// <summary>Counts a wrong code; false when this address tried too many, so that codes cannot be guessed.</summary>
    public bool TryWrongCode(HttpRequest request)
    {
        using var lease = _wrongCodes.AttemptAcquire(CallerOf(request));
        return lease.IsAcquired;
    }

    /// <summary>Counts a mail that somebody asks for without being known; false when this address asked for too many.</summary>
    public bool TryMail(HttpRequest request)
    {
        using var lease = _mails.AttemptAcquire(CallerOf(request));
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        _mails.Dispose();
        _changes.Dispose();
        _wrongCodes.Dispose();
    }

    private static PartitionedRateLimiter<string> Buckets(Func<string, string> partition, int burst, int perPeriod, TimeSpan period) =>
        PartitionedRateLimiter.Create<string, string>(
            address => RateLimitPartition.GetTokenBucketLimiter(partition(address), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = burst,
                TokensPerPeriod = perPeriod,
                ReplenishmentPeriod = period,
                QueueLimit = 0,
            }));

    /// <summary>
    /// The caller: an IPv4 address, or the 64 bits of an IPv6 address that one connection has, since whoever has those has them all.
    /// Behind the platform the worker has taken the last entry of X-Forwarded-For for the connection's address: that is the
    /// caller, or a machine of the platform's own, and then the entry before it is the caller, with a port. What stands further to the
    /// left is the caller's own word.
    /// </summary>
    internal string CallerOf(HttpRequest request)
    {
        var connection = request.HttpContext.Connection.RemoteIpAddress;
        return NetworkOf(_behindPlatform && (connection is null || IsInternal(connection))
            && IPEndPoint.TryParse(request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim(), out var caller)
            ? caller.Address
            : connection);
    }

    private static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => $"{new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]])}/64",
        _ => address.ToString(),
    };

    private static bool IsInternal(IPAddress address) =>
        IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal
            || InternalNetworks.Any(network => network.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));
}
