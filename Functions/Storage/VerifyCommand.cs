using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;

namespace RegelLoket.Storage;

/// <summary>The command <c>verify</c>: verifies all hash chains and prints the first invalid event.</summary>
public static class VerifyCommand
{
    public const string Name = "verify";

    private static readonly string[] Read = [CaseStore.StreamContainer, CaseIndex.OpenContainer, AnchorStore.Container];

    /// <returns>The exit code: 0 when every chain is valid, 1 when one is not.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, CancellationToken cancellation)
    {
        var missing = await MissingAsync(services.GetRequiredService<BlobServiceClient>(), cancellation);
        if (missing.Count > 0 && missing.Count < Read.Length)
        {
            await output.WriteLineAsync(
                $"Niet na te kijken: {string.Join(" en ", missing)} {(missing.Count == 1 ? "ontbreekt" : "ontbreken")}.");
            return 1;
        }

        var (cases, events, broken) = (0, 0, 0);
        await foreach (var verdict in missing.Count > 0 ? AsyncEnumerable.Empty<ChainVerdict>()
            : services.GetRequiredService<CaseVerifier>().VerifyAllAsync(cancellation))
        {
            cases++;
            events += verdict.Events;
            if (!verdict.Holds)
            {
                broken++;
                await output.WriteLineAsync(
                    $"{verdict.Number}: gebeurtenis {verdict.FirstBadEvent} klopt niet: {verdict.Reason}.");
            }
        }

        var many = cases == 1 ? "1 zaak" : $"{cases} zaken";
        await output.WriteLineAsync(broken == 0
            ? $"Alle ketens kloppen: {many}, {(events == 1 ? "1 gebeurtenis" : $"{events} gebeurtenissen")}."
            : $"{broken} van {many} {(broken == 1 ? "klopt" : "kloppen")} niet.");
        return broken == 0 ? 0 : 1;
    }

    /// <summary>
    /// Returns the containers that are not there: all of them in new storage, since a command starts nothing of the app.
    /// None is created, so that the right to read an account is enough to verify it.
    /// </summary>
    private static async Task<List<string>> MissingAsync(BlobServiceClient blobs, CancellationToken cancellation)
    {
        var missing = new List<string>();
        foreach (var name in Read)
        {
            if (!await blobs.GetBlobContainerClient(name).ExistsAsync(cancellation))
            {
                missing.Add(name);
            }
        }

        return missing;
    }
}
