using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>The secrets of the links to a ministry in the private part, each protected.</summary>
internal static class MinistryLinks
{
    /// <summary>
    /// All that were ever given out, as far as they are still kept: a former one opens nothing any more, but a reply to
    /// the mail that had it must still find its case.
    /// </summary>
    public static IEnumerable<string> LinksOf(this PrivateCase held, Ministry ministry)
    {
        var name = EscalationService.LinkOf(ministry);
        return held.Secrets.Where(secret => secret.Key == name || secret.Key.StartsWith($"{name}.", StringComparison.Ordinal))
            .Select(secret => secret.Value);
    }

    /// <summary>The private part with a new link, the former one beside it.</summary>
    public static PrivateCase WithLink(this PrivateCase held, Ministry ministry, string protectedCode)
    {
        var name = EscalationService.LinkOf(ministry);
        var kept = held.Secrets.TryGetValue(name, out var former)
            ? held.WithSecret($"{name}.{held.LinksOf(ministry).Count()}", former) : held;
        return kept.WithSecret(name, protectedCode);
    }
}
