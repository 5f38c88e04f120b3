using System.Collections.Concurrent;
using RegelLoket.Storage;

namespace RegelLoket.Workflow;

/// <summary>
/// Counts for how many rounds of the reconciler an instance that should have moved stood at one place. An engine can lose
/// the message of an activity or a timer: the instance then accepts every signal and waits for ever.
/// </summary>
/// <remarks>Kept in the memory of the process: after a restart, or on another instance of the app, counting begins anew
/// and the repair comes some rounds later.</remarks>
public sealed class Standstills
{
    /// <summary>The number of rounds after which an instance is begun anew: it was woken twice, and did not move.</summary>
    public const int Patience = 3;

    private readonly ConcurrentDictionary<string, (WorkflowStatus Place, int Rounds)> found = new();

    /// <summary>Counts a round in which an instance was found behind, at this place.</summary>
    /// <returns>The number of successive rounds at this place, this one included.</returns>
    public int Count(string instance, WorkflowStatus place) => found.AddOrUpdate(
        instance, _ => (place, 1), (_, before) => (place, before.Place == place ? before.Rounds + 1 : 1)).Rounds;

    /// <summary>Forgets an instance that moved, ended or is begun anew.</summary>
    public void Forget(string instance) => found.TryRemove(instance, out _);
}
