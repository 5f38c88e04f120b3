using RegelLoket.Cases;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Workbench;

/// <summary>The open cases of one colleague, as the filter of the queue finds them.</summary>
/// <param name="Name">The name.</param>
/// <param name="Id">The id of the sign-in; null for an unknown name.</param>
/// <param name="Open">The number of open cases.</param>
/// <param name="Late">The number of open cases that are late.</param>
public sealed record HandlerLoad(string Name, string? Id, int Open, int Late)
{
    /// <summary>What the filter of the queue is given to find these cases: the name, or the id where two have the same name.</summary>
    public string Filter => OwnFilter ?? Name;

    private string? OwnFilter { get; init; }

    /// <summary>Whether a case can be assigned to this colleague.</summary>
    public bool IsKnown => Id is not null;

    /// <summary>Returns everyone with a case and every known colleague, the lowest load first.</summary>
    internal static IReadOnlyList<HandlerLoad> Of(
        IEnumerable<CaseEntry> open, IReadOnlyList<Colleague> colleagues, QueueSignals signals)
    {
        var people = new KnownPeople(colleagues);
        var cases = open.Where(entry => entry.Handler is not null).GroupBy(entry => people.KeyOf(entry)!)
            .ToDictionary(group => group.Key, group => group.ToList());
        var ids = colleagues.Select(colleague => colleague.Id).ToHashSet();
        var known = colleagues.Select(colleague => (colleague.Id, LoadOf(
            colleague.Name, colleague.Id, cases.GetValueOrDefault(colleague.Id) ?? [], signals)));
        var unknown = cases.Where(group => !ids.Contains(group.Key))
            .Select(group => (group.Key, LoadOf(group.Value[0].Row.Handler!, null, group.Value, signals)));
        return [.. known.Concat(unknown).GroupBy(load => Actor.NameKey(load.Item2.Name))
            .SelectMany(same => same.Count() == 1 ? same.Select(load => load.Item2)
                : same.Select(load => load.Item2 with { OwnFilter = load.Item1 }))
            .OrderBy(load => load.Open).ThenBy(load => load.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    private static HandlerLoad LoadOf(string name, string? id, List<CaseEntry> entries, QueueSignals signals) =>
        new(name, id, entries.Count, entries.Count(signals.IsLate));
}
