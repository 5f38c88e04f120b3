using Microsoft.Extensions.DependencyInjection;

namespace RegelLoket.Storage;

/// <summary><c>verify</c>: checks the hash chains of all cases and names the first event that does not hold.</summary>
public static class VerifyCommand
{
    public const string Name = "verify";

    /// <returns>The exit code: 0 when every chain holds, 1 when one does not.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, CancellationToken cancellation)
    {
        // Nothing of the app is started for a command; on new storage there is nothing to read yet.
        await ActivatorUtilities.CreateInstance<StorageSetup>(services).StartingAsync(cancellation);
        var (cases, events, broken) = (0, 0, 0);
        await foreach (var verdict in services.GetRequiredService<CaseVerifier>().VerifyAllAsync(cancellation))
        {
            cases++;
            events += verdict.Events;
            if (!verdict.Holds)
            {
                broken++;
                await output.WriteLineAsync($"{verdict.Number}: gebeurtenis {verdict.FirstBadEvent} klopt niet: {verdict.Reason}.");
            }
        }

        var many = cases == 1 ? "1 zaak" : $"{cases} zaken";
        await output.WriteLineAsync(broken == 0
            ? $"Alle ketens kloppen: {many}, {(events == 1 ? "1 gebeurtenis" : $"{events} gebeurtenissen")}."
            : $"{broken} van {many} {(broken == 1 ? "klopt" : "kloppen")} niet.");
        return broken == 0 ? 0 : 1;
    }
}
