using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Privacy;

/// <summary>Erases private data of a case and records it. Stream, hash chain and public item stay intact.</summary>
public sealed class Eraser(CaseStore store, CaseIndex index, IEnumerable<ICaseDataEraser> erasers)
{
    private const int Attempts = 5;

    /// <summary>Erases data; false when there was nothing left to erase or no such case.</summary>
    /// <param name="number">The case.</param>
    /// <param name="what">The extent.</param>
    /// <param name="ground">The reason.</param>
    /// <param name="by">The person or system that asked for it.</param>
    /// <param name="cancellation">Cancels the wait; what was erased by then stays erased.</param>
    /// <param name="person">The person whose data it is; null for everybody in the case but its followers.</param>
    /// <param name="isDue">Whether the case in its current state must still be erased; null when it always
    /// must.</param>
    public Task<bool> EraseAsync(
        CaseNumber number, ErasedData what, ErasureGround ground, Actor by, CancellationToken cancellation,
        CasePerson? person = null, Func<CaseFile, bool>? isDue = null) => EraseAsync(
            number, new DataErased { What = what, Ground = ground, Of = person }, by, file => isDue is null
                ? PersonTrace.Holds(file, person, what) || (person is not null && PersonTrace.WasCutOff(file, person, what))
                : PersonTrace.Holds(file, person, what) && isDue(file), cancellation);

    /// <summary>Completes an erasure that may have been interrupted; data that is still whole is left alone.</summary>
    /// <returns>Whether this erasure took the data: its event exists, or was missing and is recorded now.</returns>
    public async Task<bool> FinishAsync(
        CaseNumber number, ErasedData what, ErasureGround ground, Actor by, DateTimeOffset begunAt,
        CancellationToken cancellation, CasePerson? person = null)
    {
        if (await store.FindAsync(number, cancellation) is not { } file || PersonTrace.Holds(file, person, what))
        {
            return false;
        }

        var erasures = ErasuresIn(file.Events.Where(e => e.At >= begunAt), person, what);
        if (erasures.Count == 0)
        {
            return await EraseAsync(
                number, new DataErased { What = what, Ground = ground, Of = person }, by, _ => true, cancellation);
        }

        await ForgetAsync(file, person, what, cancellation);
        return erasures.Exists(erased => erased.Ground == ground && erased.Of == person);
    }

    private async Task<bool> EraseAsync(CaseNumber number, DataErased change, Actor by, Func<CaseFile, bool> begins,
        CancellationToken cancellation)
    {
        var (person, what, known) = (change.Of, change.What, 0);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await store.FindAsync(number, cancellation) is not { } file || (attempt == 0 && !begins(file)))
            {
                return false;
            }

            // The private part is written before its event: after a conflict on the event the data is gone already and
            // only the event is missing, unless the other writer recorded an erasure of the same data.
            if (attempt > 0 && !PersonTrace.Holds(file, person, what)
                && ErasuresIn(file.Events.Skip(known), person, what).Count > 0)
            {
                return true;
            }

            // This too comes before the event: a retry, which finds the private part erased, would not get here.
            known = file.Events.Count;
            await ForgetAsync(file, person, what, cancellation);
            if (await store.AppendAsync(
                file, new NewEvent(by, change), held => PersonTrace.Without(file, held, person, what), cancellation)
                is { } changed)
            {
                await index.WriteAsync(changed, CancellationToken.None);
                return true;
            }
        }

        throw new InvalidOperationException($"Case {number} was changed by others at each of {Attempts} attempts.");
    }

    private static List<DataErased> ErasuresIn(IEnumerable<CaseEvent> events, CasePerson? person, ErasedData what) =>
        [.. events.Select(e => e.What).OfType<DataErased>().Where(erased => PersonTrace.Took(erased, person, what))];

    /// <summary>
    /// Whether data outside the case is erased too, which goes with its texts. Erasing only a person's identity leaves
    /// a ministry's draft answer in place.
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
            await eraser.ForgetAsync(file, what, cancellation);
        }
    }
}
