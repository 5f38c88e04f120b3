using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Web.SignIn;

/// <summary>
/// Stores the colleagues who signed in: one small blob each, named by a hash of the id and read by a listing. A
/// colleague who was inactive for a year is deleted.
/// </summary>
public sealed class Colleagues(BlobServiceClient blobs, TimeProvider clock, ILogger<Colleagues> log)
{
    public const string Container = "colleagues";
    private const int KeptDays = 365;

    /// <summary>The number of days between updates of the last day of activity, to limit writes.</summary>
    private const int SeenDays = 7;

    private readonly JsonBlobStore<Colleague> stored = new(
        blobs.GetBlobContainerClient(Container), ColleagueJson.Default.Colleague, MetadataOf);

    private readonly ConcurrentDictionary<string, Colleague> seenHere = new();
    private readonly CachedValue<IReadOnlyList<Colleague>> recent = new(TimeSpan.FromMinutes(5), clock);

    private DateOnly Today => WorkingDays.DayOf(clock.GetUtcNow());

    /// <summary>Records that a colleague is active, with one write a week; never fails the request itself.</summary>
    public async Task SeenAsync(CurrentUser caller, CancellationToken cancellation)
    {
        if (seenHere.TryGetValue(caller.Id, out var known) && known.Name == caller.Name
            && known.SeenOn > Today.AddDays(-SeenDays))
        {
            return;
        }

        var colleague = new Colleague(caller.Id, caller.Name, Today);
        seenHere[caller.Id] = colleague;
        try
        {
            await stored.PutAsync(BlobOf(caller.Id), colleague, cancellation);
        }
        catch (Exception failure)
        {
            seenHere.TryRemove(caller.Id, out _);
            if (failure is OperationCanceledException)
            {
                throw;
            }

            log.LogWarning("Colleague {Id} was not stored: {Failure}.", caller.Id, failure.GetType().Name);
        }
    }

    /// <summary>Returns all known colleagues, by name; another instance's new ones appear within minutes.</summary>
    public async Task<IReadOnlyList<Colleague>> AllAsync(CancellationToken cancellation)
    {
        var all = (await recent.GetAsync(ReadAsync, cancellation)).ToDictionary(colleague => colleague.Id);
        foreach (var colleague in seenHere.Values)
        {
            all[colleague.Id] = colleague;
        }

        return [.. all.Values.OrderBy(colleague => colleague.Name, StringComparer.CurrentCultureIgnoreCase)
            .ThenBy(colleague => colleague.Id, StringComparer.Ordinal)];
    }

    /// <summary>Returns the colleague with an id; null when nobody with that id has signed in.</summary>
    public async Task<Colleague?> FindAsync(string id, CancellationToken cancellation) =>
        (await AllAsync(cancellation)).FirstOrDefault(colleague => colleague.Id == id);

    /// <summary>Returns the only colleague with that name; null when there is none or more than one.</summary>
    public async Task<Colleague?> OfNameAsync(string? name, CancellationToken cancellation) =>
        (await AllAsync(cancellation)).Where(colleague => Actor.IsSameName(colleague.Name, name)).Take(2).ToList() is [var one]
            ? one : null;

    private async Task<IReadOnlyList<Colleague>> ReadAsync(CancellationToken cancellation)
    {
        var kept = new List<Colleague>();
        await foreach (var blob in stored.ListAsync(prefix: null, cancellation))
        {
            if (Of(blob) is not { } colleague)
            {
                continue;
            }

            if (colleague.SeenOn < Today.AddDays(-KeptDays))
            {
                await stored.DeleteAsync(blob.Name, cancellation);
            }
            else
            {
                kept.Add(colleague);
            }
        }

        return kept;
    }

    private static string BlobOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..24];

    private static Dictionary<string, string> MetadataOf(Colleague colleague) => new()
    {
        ["id"] = Uri.EscapeDataString(colleague.Id),
        ["name"] = Uri.EscapeDataString(colleague.Name),
        ["seen"] = colleague.SeenOn.ToString("O", CultureInfo.InvariantCulture),
    };

    private static Colleague? Of(BlobItem blob) =>
        blob.Metadata.TryGetValue("id", out var id) && blob.Metadata.TryGetValue("name", out var name)
        && blob.Metadata.TryGetValue("seen", out var seen)
        && DateOnly.TryParse(seen, CultureInfo.InvariantCulture, out var day)
            ? new Colleague(Uri.UnescapeDataString(id), Uri.UnescapeDataString(name), day) : null;
}
