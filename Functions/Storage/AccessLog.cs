using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>
/// Logs who viewed which case: an append blob per case with a line for each view. It is kept apart from the stream,
/// since viewing changes nothing. Views of the same part by the same person within a few minutes are logged once.
/// </summary>
public sealed class AccessLog(BlobServiceClient blobs, TimeProvider clock)
{
    public const string Container = "access";
    private static readonly TimeSpan SameLook = TimeSpan.FromMinutes(5);

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);
    private readonly RecentLooks recent = new(SameLook);

    /// <summary>Records a look at what the reporter wrote: a part of a split report shows the whole of it too.</summary>
    public async Task RecordAsync(CaseFile seen, Actor by, string what, CancellationToken cancellation)
    {
        await RecordAsync(seen.Number, by, what, cancellation);
        if (seen.State.SplitFrom is { } whole)
        {
            await RecordAsync(whole, by, what, cancellation);
        }
    }

    public async Task RecordAsync(CaseNumber number, Actor by, string what, CancellationToken cancellation)
    {
        var access = new CaseAccess(clock.GetUtcNow(), by, what);
        var look = $"{number}|{by.Id ?? by.Name}|{what}";
        if (!recent.IsNew(look, access.At))
        {
            return;
        }

        try
        {
            await AppendAsync(number, access, cancellation);
        }
        catch
        {
            // The caller shows nothing; the next look at it must be logged.
            recent.Forget(look);
            throw;
        }
    }

    /// <summary>Returns the views of the case, newest first.</summary>
    public async Task<IReadOnlyList<CaseAccess>> OfAsync(CaseNumber number, CancellationToken cancellation)
    {
        try
        {
            var content =
                (await container.GetAppendBlobClient(number.Value)
                    .DownloadContentAsync(cancellation)).Value.Content.ToString();
            return [.. content.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize(line, AccessJson.Default.CaseAccess)!).Reverse()];
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return [];
        }
    }

    private async Task AppendAsync(CaseNumber number, CaseAccess access, CancellationToken cancellation)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(access, AccessJson.Default.CaseAccess), (byte)'\n'];
        var blob = container.GetAppendBlobClient(number.Value);
        try
        {
            await AppendLineAsync();
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            await blob.CreateIfNotExistsAsync(cancellationToken: cancellation);
            await AppendLineAsync();
        }

        async Task AppendLineAsync()
        {
            using var content = new MemoryStream(line);
            await blob.AppendBlockAsync(content, cancellationToken: cancellation);
        }
    }

    /// <summary>The views of the last minutes, so that reloading a page does not log each time.</summary>
    private sealed class RecentLooks(TimeSpan term)
    {
        private readonly Dictionary<string, DateTimeOffset> looks = [];
        private readonly Lock gate = new();

        public bool IsNew(string look, DateTimeOffset at)
        {
            lock (gate)
            {
                if (looks.TryGetValue(look, out var before) && at - before < term && at >= before)
                {
                    return false;
                }

                if (looks.Count > 10_000)
                {
                    foreach (var old in looks.Where(l => at - l.Value >= term).Select(l => l.Key).ToList())
                    {
                        looks.Remove(old);
                    }
                }

                looks[look] = at;
                return true;
            }
        }

        public void Forget(string look)
        {
            lock (gate)
            {
                looks.Remove(look);
            }
        }
    }
}
