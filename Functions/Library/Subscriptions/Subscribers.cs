using System.Globalization;
using Azure.Storage.Blobs;
using RegelLoket.Storage;

namespace RegelLoket.Library.Subscriptions;

/// <summary>
/// Stores the people who follow the library by mail: one blob for each confirmed address, under a name that reveals nothing of it
/// (<see cref="SubscriberIds"/>). No other blob holds these addresses. The metadata says which week is planned.
/// </summary>
public sealed class Subscribers(BlobServiceClient blobs)
{
    public const string Container = "subscribers";

    private const string Prefix = "by-name/";
    private const string Planned = "planned";

    private readonly JsonBlobStore<Subscription> stored = new(
        blobs.GetBlobContainerClient(Container), SubscriptionJson.Default.Subscription,
        subscription => subscription is { IsPlanned: true, Week: { } week } ? new() { [Planned] = TextOf(week) } : null);

    public Task<Subscription?> FindAsync(string id, CancellationToken cancellation) => stored.FindAsync(Prefix + id, cancellation);

    /// <inheritdoc cref="JsonBlobStore{T}.ChangeAsync"/>
    public Task<Subscription?> ChangeAsync(
        string id, Func<Subscription?, Subscription?> change, CancellationToken cancellation) =>
        stored.ChangeAsync(Prefix + id, change, cancellation);

    public Task DeleteAsync(string id, CancellationToken cancellation) => stored.DeleteAsync(Prefix + id, cancellation);

    /// <summary>Lists those whose mail of a week is not planned yet, with a request per 5,000 subscribers.</summary>
    public IAsyncEnumerable<string> WithoutPlanAsync(DateOnly week, CancellationToken cancellation) =>
        stored.ListAsync(Prefix, cancellation)
            .Where(blob => !blob.Metadata.TryGetValue(Planned, out var planned) || planned != TextOf(week))
            .Select(blob => blob.Name[Prefix.Length..]);

    private static string TextOf(DateOnly week) => week.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
