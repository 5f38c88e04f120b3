using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Privacy;

/// <summary>Erases private data of a case and records that it did. The stream, its hash chain and the public item stay whole.</summary>
public sealed class Eraser(CaseStore store, CaseIndex index, IEnumerable<ICaseLeftover> leftovers)
{
    private const int Attempts = 5;

    /// <summary>Erases; false when there was nothing left to erase or no such case.</summary>
    public async Task<bool> EraseAsync(CaseNumber number, ErasedData what, ErasureGround ground, Actor by, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // The private part is written before its event: when somebody else was first with an event, the data is gone already and only the event is still to come.
            if (await store.FindAsync(number, cancellation) is not { } file || (attempt == 0 && !Holds(file.Private, what)))
            {
                return false;
            }

            var erased = new NewEvent(by, new DataErased { What = what, Ground = ground });
            if (await store.AppendAsync(file, erased, held => Without(held, what), cancellation) is { } changed)
            {
                await index.WriteAsync(changed, cancellation);
                await ForgetAsync(changed, cancellation);
                return true;
            }
        }

        throw new InvalidOperationException($"Case {number} was changed by others at each of {Attempts} attempts.");
    }

    private async Task ForgetAsync(CaseFile file, CancellationToken cancellation)
    {
        foreach (var leftover in leftovers)
        {
            await leftover.ForgetAsync(file, cancellation);
        }
    }

    private static bool Holds(PrivateCase held, ErasedData what) =>
        held is { Reporter: not null } or { Secrets.Count: > 0 } or { Addresses.Count: > 0 } or { Followers.Count: > 0 } || (what == ErasedData.Texts && held.Texts.Count > 0);

    private static PrivateCase Without(PrivateCase held, ErasedData what) => held with
    {
        Reporter = null,
        Secrets = new Dictionary<string, string>(),
        Addresses = new Dictionary<string, EmailAddress>(),
        Followers = new Dictionary<int, ReporterContact>(),
        Texts = what == ErasedData.Texts ? new Dictionary<int, IReadOnlyDictionary<string, PrivateText>>() : held.Texts,
    };
}
