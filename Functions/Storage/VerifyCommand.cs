using Microsoft.Extensions.DependencyInjection;

namespace RegelLoket.Storage;

/// <summary>The command <c>verify</c>: verifies all hash chains and prints the first invalid event.</summary>
public static class VerifyCommand
{
    public const string Name = "verify";

    /// <returns>The exit code: 0 when every chain is valid, 1 when one is not.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, CancellationToken cancellation)
    {
        // A command starts nothing of the app, so new storage has no containers yet.
        await ActivatorUtilities.CreateInstance<StorageSetup>(services).StartingAsync(cancellation);
        var (cases, events, broken) = (0, 0, 0);
        await foreach (var verdict in services.GetRequiredService<CaseVerifier>().VerifyAllAsync(cancellation))
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
}
