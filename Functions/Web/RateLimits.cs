using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace RegelLoket.Web;

/// <summary>
/// Token buckets per address and for all together, against bursts. They are per instance; <see cref="StoredLimits"/>
/// counts what must hold across all instances.
/// </summary>
public sealed class RateLimits : IDisposable
{
    private static readonly IPNetwork[] InternalNetworks =
        [.. new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16" }.Select(
        network => IPNetwork.Parse(network))];

    private readonly PartitionedRateLimiter<string> changes;
    private readonly PartitionedRateLimiter<string> wrongCodes;
    private readonly PartitionedRateLimiter<string> mails;
    private readonly bool behindPlatform;
    private readonly string frontDoorId;

    public RateLimits(IOptions<RateLimitOptions> options, IConfiguration configuration)
    {
        var limits = options.Value;
        behindPlatform = !string.IsNullOrEmpty(configuration["WEBSITE_HOSTNAME"]);
        frontDoorId = limits.FrontDoorId;
        changes = PartitionedRateLimiter.CreateChained(
            Buckets(address => address, limits.ChangesPerAddress, limits.ChangesPerAddressPerSecond, TimeSpan.FromSeconds(1)),
            Buckets(_ => "", limits.ChangesInAll, limits.ChangesInAllPerSecond, TimeSpan.FromSeconds(1)));
        wrongCodes = Buckets(address => address, limits.WrongCodesPerAddress, 1, TimeSpan.FromSeconds(6));
        mails = Buckets(address => address, limits.MailsPerAddress, 1, TimeSpan.FromMinutes(1));
    }

    /// <summary>Counts a change; false when this address, or all together, made too many.</summary>
    public bool TryChange(HttpRequest request)
    {
        using var lease = changes.AttemptAcquire(CallerOf(request));
        return lease.IsAcquired;
    }

    /// <summary>Counts a wrong code; false when this address tried too many, so that codes cannot be guessed.</summary>
    public bool TryWrongCode(HttpRequest request)
    {
        using var lease = wrongCodes.AttemptAcquire(CallerOf(request));
        return lease.IsAcquired;
    }

    /// <summary>Counts a mail that an anonymous user requests; false when this address requested too many.</summary>
    public bool TryMail(HttpRequest request)
    {
        using var lease = mails.AttemptAcquire(CallerOf(request));
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        mails.Dispose();
        changes.Dispose();
        wrongCodes.Dispose();
    }

    private static PartitionedRateLimiter<string> Buckets(
        Func<string, string> partition, int burst, int perPeriod, TimeSpan period) =>
        PartitionedRateLimiter.Create<string, string>(
            address => RateLimitPartition.GetTokenBucketLimiter(partition(address), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = burst,
                TokensPerPeriod = perPeriod,
                ReplenishmentPeriod = period,
                QueueLimit = 0,
            }));

    /// <summary>
    /// The caller: an IPv4 address, or the 64 bits of an IPv6 address that one connection has, since anyone who has those
    /// has them all. Behind the platform the worker has taken the last entry of X-Forwarded-For for the connection's
    /// address: that is the caller, or a machine of the platform's own, and then the entry before it is the caller,
    /// with a port. Anything further to the left was sent by the caller. Behind a front door all connections are
    /// the front door's: it names the caller in a header of its own, which is believed beside the id that only it and we know.
    /// </summary>
    internal string CallerOf(HttpRequest request)
    {
        if (IsFromFrontDoor(request) && IPAddress.TryParse(request.Headers["X-Azure-ClientIP"].ToString(), out var visitor))
        {
            return NetworkOf(visitor);
        }

        var connection = request.HttpContext.Connection.RemoteIpAddress;
        return NetworkOf(behindPlatform && (connection is null || IsInternal(connection))
            && IPEndPoint.TryParse(request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim(), out var caller)
            ? caller.Address
            : connection);
    }

    private bool IsFromFrontDoor(HttpRequest request) => frontDoorId.Length > 0 && CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(request.Headers["X-Azure-FDID"].ToString()), Encoding.UTF8.GetBytes(frontDoorId));

    private static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } =>
            $"{new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]])}/64",
        _ => address.ToString(),
    };

    private static bool IsInternal(IPAddress address) =>
        IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal
            || InternalNetworks.Any(network => network.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));
}
