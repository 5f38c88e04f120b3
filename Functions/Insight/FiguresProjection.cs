using System.Collections.Concurrent;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Insight;

/// <summary>Holds the facts of every case, and caches the figures until a fact or the day changes.</summary>
public sealed class FiguresProjection(TimeProvider clock) : ICaseProjection
{
    private readonly ConcurrentDictionary<CaseNumber, CaseFacts> facts = new();
    private readonly Lock counting = new();
    private int changes;
    private (int Changes, DateOnly Day, Figures Figures)? counted;

    public IReadOnlyCollection<CaseFacts> Facts => [.. facts.Values];

    public void Apply(CaseFile file)
    {
        facts[file.Number] = CaseFacts.Of(file);
        Interlocked.Increment(ref changes);
    }

    public Figures Now()
    {
        var today = WorkingDays.DayOf(clock.GetUtcNow());
        lock (counting)
        {
            var seen = Volatile.Read(ref changes);
            if (counted is not { } known || known.Changes != seen || known.Day != today)
            {
                counted = known = (seen, today, Figures.Of(Facts, today));
            }

            return known.Figures;
        }
    }
}
