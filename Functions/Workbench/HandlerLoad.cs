using RegelLoket.Cases;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Workbench;

/// <summary>How much one colleague has: the open cases by the name of their handler, as the filter of the queue finds them.</summary>
/// <param name="Name">The name.</param>
/// <param name="Id">The id of the sign-in; null for a name that the desk does not know.</param>
/// <param name="Open">How many open cases.</param>
/// <param name="Late">How many of them are late.</param>
public sealed record HandlerLoad(string Name, string? Id, int Open, int Late)
{
    /// <summary>Whether a case can be given to them.</summary>
    public bool IsKnown => Id is not null;

    /// <summary>Everybody with a case and everybody whom the desk knows, who has room first.</summary>
    internal static IReadOnlyList<HandlerLoad> Of(
        IEnumerable<CaseEntry> open, IReadOnlyList<Colleague> colleagues, QueueSignals signals)
    {
        var cases = open.Where(entry => entry.Handler is not null).GroupBy(entry => entry.HandlerKey!)
            .ToDictionary(group => group.Key, group => group.ToList());
        var known = colleagues.Select(colleague => LoadOf(
            colleague.Name, colleague.Id, cases.GetValueOrDefault(Actor.NameKey(colleague.Name)) ?? [], signals));
        var names = colleagues.Select(colleague => Actor.NameKey(colleague.Name)).ToHashSet();
        var unknown = cases.Where(group => !names.Contains(group.Key))
            .Select(group => LoadOf(group.Value[0].Row.Handler!, null, group.Value, signals));
        return [.. known.Concat(unknown).OrderBy(load => load.Open)
            .ThenBy(load => load.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    private static HandlerLoad LoadOf(string name, string? id, List<CaseEntry> entries, QueueSignals signals) =>
        new(name, id, entries.Count, entries.Count(signals.IsLate));
}
