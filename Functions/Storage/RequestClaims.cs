using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;

namespace RegelLoket.Storage;

/// <summary>
/// Makes commands that append no event idempotent for a day, by the same key as events use. Of two simultaneous
/// requests the second waits for the result of the first. Only a success uses up a key: a failure releases it, and an
/// interrupted command is taken over.
/// </summary>
public sealed class RequestClaims(BlobServiceClient blobs, TimeProvider clock, ILogger<RequestClaims> logger)
{
    public const string Container = "requestkeys";

    /// <summary>The longest duration of a command: an older unfinished claim was interrupted by a crash.</summary>
    internal static readonly TimeSpan LongestCommand = TimeSpan.FromMinutes(2);

    private const string At = "at";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LastLook = TimeSpan.FromSeconds(20);

    private readonly JsonBlobStore<RequestClaim> claims = new(
        blobs.GetBlobContainerClient(Container), JsonSerializerOptions.Web,
        claim => new() { [At] = claim.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) });

    /// <summary>Executes a command unless the current request did so before; always, without a key.</summary>
    /// <param name="what">The name of the command, which distinguishes the commands of one request.</param>
    /// <param name="effectAsync">The command; returns its result, or null when it failed.</param>
    /// <param name="cancellation">Cancels the wait; what was done by then is stored.</param>
    public async Task<Once> OnceAsync(string what, Func<Task<string?>> effectAsync, CancellationToken cancellation)
    {
        if (CommandRequest.Current?.Mark is not { } mark)
        {
            return OnceOf(await effectAsync());
        }

        var name = NameOf(mark, what);
        var mine = new RequestClaim(mark.Content, clock.GetUtcNow());
        var tag = await claims.TryWriteAsync(name, mine, tag: null, cancellation);
        for (var (waited, wait) = (TimeSpan.Zero, FirstLook); tag is null;)
        {
            var found = await claims.FindTaggedAsync(name, cancellation);
            switch (found?.Document)
            {
                case { IsReleased: false } other when other.Content != mark.Content:
                    return new Once.KeyInUse();
                case { Value: { } made }:
                    return new Once.Done(made);
                case { IsReleased: false } begun when begun.At > clock.GetUtcNow() - LongestCommand:
                    if (waited >= LastLook)
                    {
                        return new Once.Failed();
                    }

                    await Task.Delay(wait, clock, cancellation);
                    (waited, wait) = (waited + wait, wait < LongestPause ? wait * 2 : wait);
                    break;
                default:
                    mine = mine with { At = clock.GetUtcNow() };
                    tag = await claims.TryWriteAsync(name, mine, found?.Tag, cancellation);
                    break;
            }
        }

        return OnceOf(await RunAsync(name, mine, tag.Value, effectAsync));
    }

    /// <summary>
    /// Claims the key of the current request for the name of something that it creates, so that an interrupted creation
    /// is completed under the same name.
    /// </summary>
    /// <returns>The name that was claimed first; null when the key was used for other content.</returns>
    public async Task<string?> NameAsync(string what, string value, CancellationToken cancellation)
    {
        if (CommandRequest.Current?.Mark is not { } mark)
        {
            return value;
        }

        var name = NameOf(mark, what);
        var mine = new RequestClaim(mark.Content, clock.GetUtcNow()) { Value = value };
        var claim = await claims.CreateAsync(name, mine, cancellation) ? mine
            : await claims.FindAsync(name, cancellation) ?? mine;
        return claim.Content == mark.Content ? claim.Value : null;
    }

    public async Task DeleteExpiredAsync(CancellationToken cancellation)
    {
        var until = (clock.GetUtcNow() - Kept).ToUnixTimeSeconds();
        await foreach (var blob in claims.ListAsync(prefix: null, cancellation))
        {
            if (blob.Metadata.TryGetValue(At, out var at) && long.Parse(at, CultureInfo.InvariantCulture) <= until)
            {
                await claims.DeleteAsync(blob.Name, cancellation);
            }
        }
    }

    private async Task<string?> RunAsync(string name, RequestClaim mine, ETag tag, Func<Task<string?>> effectAsync)
    {
        string? made = null;
        try
        {
            made = await effectAsync();
        }
        finally
        {
            await EndAsync(name, mine with { Value = made, IsReleased = made is null }, tag);
        }

        return made;
    }

    /// <summary>Stores the result of a claim despite cancellation; nothing when another request took it over.</summary>
    private async Task EndAsync(string name, RequestClaim ended, ETag tag)
    {
        try
        {
            await claims.TryWriteAsync(name, ended, tag, CancellationToken.None);
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            // The command is done, or its own failure is already being reported, so this one is only logged.
            logger.LogWarning(
                "The claim of a request could not be ended ({Failure}); its term ends it.", failure.GetType().Name);
        }
    }

    private static Once OnceOf(string? made) => made is null ? new Once.Failed() : new Once.Done(made);

    private static string NameOf(RequestMark mark, string what) => $"{mark.Key}.{what}";
}
