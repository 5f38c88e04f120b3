using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>The secrets of the links to a ministry in the private part, each encrypted.</summary>
internal static class MinistryLinks
{
    /// <summary>
    /// Returns all secrets that were issued and are still stored: an earlier one opens nothing any more, but a reply to
    /// its mail must still find its case.
    /// </summary>
    public static IEnumerable<string> LinksOf(this PrivateCase held, Ministry ministry)
    {
        var name = EscalationService.LinkOf(ministry);
        return held.Secrets.Where(secret => secret.Key == name || secret.Key.StartsWith($"{name}.", StringComparison.Ordinal))
            .Select(secret => secret.Value);
    }

    /// <summary>Returns the private part with a new link, beside the earlier one.</summary>
    public static PrivateCase WithLink(this PrivateCase held, Ministry ministry, string protectedCode)
    {
        var name = EscalationService.LinkOf(ministry);
        var kept = held.Secrets.TryGetValue(name, out var former)
            ? held.WithSecret($"{name}.{held.LinksOf(ministry).Count()}", former) : held;
        return kept.WithSecret(name, protectedCode);
    }
}
