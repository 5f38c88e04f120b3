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
    private readonly Dictionary<string, bool> found = [];

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
