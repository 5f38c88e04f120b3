using System.Text.Json;
using Azure.Storage.Blobs;
using RegelLoket.Storage;

namespace RegelLoket.Privacy;

/// <summary>
/// Stores the handled requests of people, one blob each. The id is a time-ordered GUID, so that the newest comes last
/// by name.
/// </summary>
public sealed class PersonRequestStore(BlobServiceClient blobs)
{
    public const string Container = "person-requests";

    private readonly JsonBlobStore<HandledPersonRequest> requests = new(
        blobs.GetBlobContainerClient(Container), JsonSerializerOptions.Web);

    /// <summary>Stores a new request; false when its id exists.</summary>
    public Task<bool> TryCreateAsync(HandledPersonRequest request, CancellationToken cancellation) =>
        requests.CreateAsync(request.Id, request, cancellation);

    public Task SaveAsync(HandledPersonRequest request, CancellationToken cancellation) =>
        requests.PutAsync(request.Id, request, cancellation);

    public async Task<HandledPersonRequest?> FindAsync(string id, CancellationToken cancellation) =>
        Guid.TryParseExact(id, "N", out var known) ? await requests.FindAsync(known.ToString("N"), cancellation) : null;

    /// <summary>Returns the newest first.</summary>
    public Task<IReadOnlyList<HandledPersonRequest>> NewestAsync(int most, CancellationToken cancellation) =>
        requests.NewestAsync(prefix: null, most, cancellation);
}
