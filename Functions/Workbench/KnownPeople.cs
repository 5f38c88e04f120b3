using RegelLoket.Cases;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Workbench;

/// <summary>
/// Separates known colleagues from names of nobody. One instance serves one page, since it caches what it found.
/// </summary>
internal sealed class KnownPeople(IReadOnlyList<Colleague> all)
{
    private readonly HashSet<string> ids = [.. all.Select(colleague => colleague.Id)];
    private readonly HashSet<string> names = [.. all.Select(colleague => Actor.NameKey(colleague.Name))];
    private readonly Dictionary<string, Colleague> byId = all.ToDictionary(colleague => colleague.Id);
    private readonly Dictionary<string, string> idOfName = all.GroupBy(colleague => Actor.NameKey(colleague.Name))
        .Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.Single().Id);
    private readonly Dictionary<string, bool> found = [];

    /// <summary>
    /// Returns what tells the handler of a case from all others: the id; where the case was assigned by name alone, the id of the
    /// only colleague with that name, or else its letters. Null without a handler.
    /// </summary>
    public string? KeyOf(CaseEntry entry) => entry.HandlerKey is not { } letters ? null
        : entry.Handler!.Id ?? idOfName.GetValueOrDefault(letters, letters);

    /// <summary>Returns the same of a name: the id of the only colleague who bears it, or else its letters.</summary>
    public string KeyOfName(string? name) => idOfName.GetValueOrDefault(Actor.NameKey(name), Actor.NameKey(name));

    /// <summary>Returns the handler of a case under the name that they have now.</summary>
    public Actor? PersonOf(CaseEntry entry) =>
        KeyOf(entry) is { } key && byId.TryGetValue(key, out var colleague) ? colleague.AsActor() : entry.Handler;

    /// <summary>Finds a colleague by id, or by name when the case was assigned by name alone.</summary>
    public bool Knows(Actor handler)
    {
        if (handler.Id is { } id)
        {
            return ids.Contains(id);
        }

        if (!found.TryGetValue(handler.Name, out var isKnown))
        {
            found[handler.Name] = isKnown = names.Contains(Actor.NameKey(handler.Name));
        }

        return isKnown;
    }
}
