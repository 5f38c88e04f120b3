using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Privacy;

/// <summary>Erases private data of a case and records that it did. The stream, its hash chain and the public item stay whole.</summary>
public sealed class Eraser(CaseStore store, CaseIndex index, IEnumerable<ICaseDataEraser> erasers)
{
    private const int Attempts = 5;

    /// <summary>Erases; false when there was nothing left to erase or no such case.</summary>
    /// <param name="number">The case.</param>
    /// <param name="what">How much.</param>
    /// <param name="ground">Why.</param>
    /// <param name="by">Who asked for it.</param>
    /// <param name="cancellation">Ends the wait; what was erased by then stays erased.</param>
    /// <param name="person">Whose data; without it that of everybody in the case.</param>
    public Task<bool> EraseAsync(CaseNumber number, ErasedData what, ErasureGround ground, Actor by, CancellationToken cancellation,
        CasePerson? person = null) => EraseAsync(number, what, ground, by, person, wasBegun: false, cancellation);

    /// <summary>Finishes an erasure of everybody's data that may have been cut off; what is still whole it leaves.</summary>
    /// <returns>Whether this erasure took the data: its event is there, or was still to come and is recorded now.</returns>
    public async Task<bool> FinishAsync(CaseNumber number, ErasedData what, ErasureGround ground, Actor by, DateTimeOffset begunAt,
        CancellationToken cancellation)
    {
        if (await store.FindAsync(number, cancellation) is not { } file || PersonTrace.Holds(file, person: null, what))
        {
            return false;
        }

        var erasures = file.Events.Where(e => e.At >= begunAt).Select(e => e.What).OfType<DataErased>().ToList();
        if (erasures.Count == 0)
        {
            return await EraseAsync(number, what, ground, by, person: null, wasBegun: true, cancellation);
        }

        await ForgetAsync(file, person: null, what, cancellation);
        return erasures.Exists(erased => erased.Ground == ground && erased.Of is null);
    }

    private async Task<bool> EraseAsync(CaseNumber number, ErasedData what, ErasureGround ground, Actor by, CasePerson? person,
        bool wasBegun, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // The private part is written before its event: when somebody else was first with an event, the data is gone already and only
            // the event is still to come.
            if (await store.FindAsync(number, cancellation) is not { } file
                || (attempt == 0 && !wasBegun && !PersonTrace.Holds(file, person, what)))
            {
                return false;
            }

            // Before the event too: a second try, which finds the private part erased, would no longer come here.
            await ForgetAsync(file, person, what, cancellation);
            var erased = new NewEvent(by, new DataErased { What = what, Ground = ground, Of = person });
            if (await store.AppendAsync(file, erased, held => PersonTrace.Without(file, held, person, what), cancellation) is { } changed)
            {
                await index.WriteAsync(changed, CancellationToken.None);
                return true;
            }
        }

        throw new InvalidOperationException($"Case {number} was changed by others at each of {Attempts} attempts.");
    }

    /// <summary>
    /// Whether what is stored beside the case is erased too: it goes with the texts of the case. Anyone who only wants to be unknown
    /// takes no ministry's half answer away.
    /// </summary>
    internal static bool ErasesDataBeside(CasePerson? person, ErasedData what) => person switch
    {
        null => true,
        { Part: PersonPart.Reporter } => what == ErasedData.Texts,
        _ => false,
    };

    private async Task ForgetAsync(CaseFile file, CasePerson? person, ErasedData what, CancellationToken cancellation)
    {
        if (!ErasesDataBeside(person, what))
        {
            return;
        }

        foreach (var eraser in erasers)
        {
            await eraser.ForgetAsync(file, cancellation);
        }
    }
}
