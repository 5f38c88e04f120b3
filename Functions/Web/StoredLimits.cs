using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>
/// Daily limits for one caller and for mails by strangers to one address, counted in storage so that they hold across
/// all instances. A count is an append blob with a byte for each time; storage itself refuses the byte above the limit.
/// Its name is a hash for that day, and it is deleted after two days. What storage refused is refused for the rest of the
/// day without asking again, so that a caller who goes on costs no requests.
/// </summary>
public sealed class StoredLimits(
    BlobServiceClient blobs, RateLimits callers, IOptions<RateLimitOptions> options, TimeProvider clock) : IDisposable
{
    public const string Container = "limits";

    /// <summary>The maximum number of tries of a mailed code; a new code can be requested.</summary>
    internal const int MostTriesOfACode = 5;

    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The number of refused counts that this process remembers.</summary>
    private const int Remembered = 10_000;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly MemoryCache refused = new(new MemoryCacheOptions { SizeLimit = Remembered });
    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);

    /// <summary>
    /// Counts a mail that an anonymous user requests, such as a code to confirm an address; refused when this caller,
    /// or all callers together for this address, requested too many.
    /// </summary>
    public async Task<Allowance> TryMailAsync(HttpRequest request, EmailAddress to, CancellationToken cancellation) =>
        await TryMailAsync(request, cancellation) is var byCaller && byCaller != Allowance.Granted ? byCaller
        : await TryReceiptAsync(to, cancellation) ? Allowance.Granted
        : Allowance.NotToday;

    /// <summary>
    /// Counts a mail that an anonymous user requests for the caller alone, where counting the address would let a
    /// stranger use up its mails.
    /// </summary>
    public async Task<Allowance> TryMailAsync(HttpRequest request, CancellationToken cancellation) =>
        !callers.TryMail(request) ? Allowance.NotNow
        : await TryAsync($"mail by {callers.CallerOf(request)}", options.Value.MailsPerAddressPerDay, cancellation) ? Allowance.Granted
        : Allowance.NotToday;

    /// <summary>Counts a mail that asks to confirm that the library is followed: a limit of its own, and those of all mails.</summary>
    public async Task<Allowance> TryFollowAsync(HttpRequest request, EmailAddress to, CancellationToken cancellation) =>
        await TryAsync($"follow mail to {to.Key}", options.Value.FollowMailsPerRecipientPerDay, cancellation)
            ? await TryMailAsync(request, to, cancellation) : Allowance.NotToday;

    /// <summary>Returns why a mail was not sent, as a sentence for the person who requested it.</summary>
    public static string WhyNoMail(Allowance allowance) => allowance == Allowance.NotToday
        ? "De mail is niet verstuurd. Vandaag zijn er al te veel mails gevraagd. Morgen kan het weer."
        : "De mail is niet verstuurd. Probeer het over een paar minuten nog een keer.";

    /// <summary>Returns the response to a request above a limit.</summary>
    public IResult Refuse(HttpRequest request, Allowance allowance) => allowance == Allowance.NotToday ? RefuseToday(request)
        : ErrorResults.TooMany(request);

    /// <summary>Returns the response for a daily limit, with other texts where needed.</summary>
    public IResult RefuseToday(HttpRequest request, string title = "Vandaag kan dit niet meer",
        string detail = "Dit gebeurde vandaag al te vaak. Morgen kan het weer.")
    {
        var now = clock.GetUtcNow();
        var tomorrow = WorkingDays.MomentOf(WorkingDays.DayOf(now).AddDays(1), TimeOnly.MinValue);
        return ErrorResults.TooMany(request, tomorrow - now, title, detail);
    }

    /// <summary>Counts a try of a mailed code, right or wrong; false when there were too many.</summary>
    /// <param name="secret">The identity of that one code; only its hash is stored.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    public Task<bool> TryCodeAsync(string secret, CancellationToken cancellation) =>
        TryAsync($"try of {secret}", MostTriesOfACode, cancellation);

    /// <summary>Counts the receipt of a report to an e-mail address; false when there were too many today.</summary>
    public Task<bool> TryReceiptAsync(EmailAddress to, CancellationToken cancellation) =>
        TryAsync($"mail to {to.Value.ToLowerInvariant()}", options.Value.MailsPerRecipientPerDay, cancellation);

    /// <summary>Counts a report of a caller; false when there were too many today.</summary>
    public Task<bool> TryReportAsync(HttpRequest request, CancellationToken cancellation) =>
        TryAsync($"report by {callers.CallerOf(request)}", options.Value.ReportsPerAddressPerDay, cancellation);

    /// <summary>Counts a file that a caller sends; false when there were too many today.</summary>
    public Task<bool> TryFileAsync(HttpRequest request, CancellationToken cancellation) =>
        TryAsync($"file by {callers.CallerOf(request)}", options.Value.FilesPerAddressPerDay, cancellation);

    /// <summary>Counts that a caller joins a published case; false when it did so too often today.</summary>
    public Task<bool> TryJoinAsync(HttpRequest request, string item, CancellationToken cancellation) =>
        TryAsync($"join of {item} by {callers.CallerOf(request)}", options.Value.JoinsPerAddressPerDay, cancellation);

    public void Dispose() => refused.Dispose();

    /// <summary>Deletes the counts of days before yesterday.</summary>
    public async Task DeleteExpiredAsync(CancellationToken cancellation)
    {
        var kept = NameOf(WorkingDays.DayOf(clock.GetUtcNow()).AddDays(-1));
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, cancellation))
        {
            if (string.CompareOrdinal(blob.Name, kept) < 0)
            {
                await container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
            }
        }
    }

    private async Task<bool> TryAsync(string subject, int most, CancellationToken cancellation)
    {
        var day = NameOf(WorkingDays.DayOf(clock.GetUtcNow()));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{day} {subject}")));
        var name = $"{day}/{hash}";
        if (refused.TryGetValue(name, out _))
        {
            return false;
        }

        var count = container.GetAppendBlobClient(name);
        var limit =
            new AppendBlobAppendBlockOptions { Conditions = new AppendBlobRequestConditions { IfMaxSizeLessThanOrEqual = most } };
        while (true)
        {
            try
            {
                using var once = new MemoryStream([(byte)'.']);
                await count.AppendBlockAsync(once, limit, cancellation);
                return true;
            }
            catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                await count.CreateIfNotExistsAsync(cancellationToken: cancellation);
            }
            catch (RequestFailedException failure) when (failure.ErrorCode == "MaxBlobSizeConditionNotMet")
            {
                // A name holds its day, so it is of no use on the next one.
                refused.Set(name, true, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Day });
                return false;
            }
        }
    }

    private static string NameOf(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);
}
