using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Privacy;

/// <summary>Erases private data of a case and records that it did. The stream, its hash chain and the public item stay whole.</summary>
public sealed class Eraser(CaseStore store, CaseIndex index, IEnumerable<ICaseDataEraser> leftovers)
{
    private const int Attempts = 5;

    /// <summary>Erases; false when there was nothing left to erase or no such case.</summary>
    /// <param name="number">The case.</param>
    /// <param name="what">How much.</param>
    /// <param name="ground">Why.</param>
    /// <param name="by">Who asked for it.</param>
    /// <param name="cancellation">Ends the wait; what was erased by then stays erased.</param>
    /// <param name="person">Whose data; without it that of everybody in the case.</param>
    public async Task<bool> EraseAsync(CaseNumber number, ErasedData what, ErasureGround ground, Actor by, CancellationToken cancellation,
        CasePerson? person = null)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // The private part is written before its event: when somebody else was first with an event, the data is gone already and only
            // the event is still to come.
            if (await store.FindAsync(number, cancellation) is not { } file || (attempt == 0 && !PersonTrace.Holds(file, person, what)))
            {
                return false;
            }

            var erased = new NewEvent(by, new DataErased { What = what, Ground = ground, Of = person });
            if (await store.AppendAsync(file, erased, held => PersonTrace.Without(file, held, person, what), cancellation) is { } changed)
            {
                await index.WriteAsync(changed, cancellation);
                await ForgetAsync(changed, person, what, cancellation);
                return true;
            }
        }

        throw new InvalidOperationException($"Case {number} was changed by others at each of {Attempts} attempts.");
    }

    /// <summary>
    /// Whether what is stored beside the case is erased too: it goes with the texts of the case. Anyone who only wants to be unknown
    /// takes no ministry's half answer away.
    /// </summary>
    internal static bool ErasesLeftovers(CasePerson? person, ErasedData what) => person switch
    {
        null => true,
        { Part: PersonPart.Reporter } => what == ErasedData.Texts,
        _ => false,
    };

    private async Task ForgetAsync(CaseFile file, CasePerson? person, ErasedData what, CancellationToken cancellation)
    {
        if (!ErasesLeftovers(person, what))
        {
            return;
        }

        foreach (var leftover in leftovers)
        {
            await leftover.ForgetAsync(file, cancellation);
        }
    }
}
