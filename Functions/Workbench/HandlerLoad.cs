using RegelLoket.Cases;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Workbench;

/// <summary>The open cases of one colleague, by the handler's name, as the filter of the queue finds them.</summary>
/// <param name="Name">The name.</param>
/// <param name="Id">The id of the sign-in; null for an unknown name.</param>
/// <param name="Open">The number of open cases.</param>
/// <param name="Late">The number of open cases that are late.</param>
public sealed record HandlerLoad(string Name, string? Id, int Open, int Late)
{
    /// <summary>Whether a case can be assigned to this colleague.</summary>
    public bool IsKnown => Id is not null;

    /// <summary>Returns everyone with a case and every known colleague, the lowest load first.</summary>
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
