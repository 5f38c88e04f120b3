using RegelLoket.Cases;

namespace RegelLoket.Library.Items;

/// <summary>
/// Front-runner initiatives beside each other, sorted by a result only where all known figures of it can be compared: no
/// ranking of figures with different periods or units.
/// </summary>
public sealed class Comparison
{
    private Comparison(IReadOnlyList<FrontRunner> runners, YieldKind? asked, string? whyNotSorted) =>
        (Runners, Asked, WhyNotSorted) = (runners, asked, whyNotSorted);

    /// <summary>The initiatives: by the result that was asked for, or the newest first.</summary>
    public IReadOnlyList<FrontRunner> Runners { get; }

    /// <summary>The result by which was asked to sort.</summary>
    public YieldKind? Asked { get; }

    /// <summary>The reasons why they are not sorted by that result, as sentences for people; null when they are.</summary>
    public string? WhyNotSorted { get; }

    public static Comparison Of(IEnumerable<FrontRunner> runners, YieldKind? asked)
    {
        var newest = runners.OrderByDescending(runner => runner.Month, StringComparer.Ordinal)
            .ThenBy(runner => runner.Title, StringComparer.Ordinal).ToList();
        if (asked is not { } kind)
        {
            return new(newest, null, null);
        }

        var known = newest.Select(runner => runner.YieldOf(kind)).OfType<Yield>().ToList();
        return WhyNot(kind, known) is { } reason ? new(newest, kind, reason)
            : new([.. Sorted(newest, kind)], kind, null);
    }

    /// <summary>Sorts the lowest outflow and sick leave first, and the most staff and savings; unknown figures come last.</summary>
    private static IEnumerable<FrontRunner> Sorted(IReadOnlyList<FrontRunner> runners, YieldKind kind)
    {
        var known = runners.Where(runner => runner.YieldOf(kind) is not null);
        var sorted = kind is YieldKind.Outflow or YieldKind.SickLeave
            ? known.OrderBy(runner => runner.YieldOf(kind)!.Value)
            : known.OrderByDescending(runner => runner.YieldOf(kind)!.Value);
        return sorted.Concat(runners.Where(runner => runner.YieldOf(kind) is null));
    }

    private static string? WhyNot(YieldKind kind, IReadOnlyList<Yield> known)
    {
        var what = kind.Label().ToLowerInvariant();
        return known.Count switch
        {
            0 => $"Van {what} is nog van geen enkele koploper een cijfer bekend.",
            1 => $"Van {what} is van één koploper een cijfer bekend. Er is dus niets om te vergelijken.",
            _ when known.All(known[0].IsComparableWith) => null,
            _ => $"De cijfers van {what} gaan over verschillende perioden of eenheden, of het ene is gemeten en het andere "
                + "geschat. Daarom zetten we ze niet op volgorde.",
        };
    }
}
