using RegelLoket.Cases;

namespace RegelLoket.Intake;

/// <summary>What was published before, as the form shows it before somebody reports the same. The library answers.</summary>
public interface IPublishedCases
{
    /// <summary>Published cases and factsheets like a text, best first.</summary>
    Task<IReadOnlyList<PublishedMatch>> LikeAsync(string text, int maximum, CancellationToken cancellation);

    /// <summary>The item by its id; null when it is not (or no longer) in the library.</summary>
    Task<PublishedMatch?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>The item of a case; null when it is not (or no longer) in the library.</summary>
    Task<PublishedMatch?> FindAsync(CaseNumber number, CancellationToken cancellation);

    /// <summary>Counts somebody whom this item helped, so that no report was needed.</summary>
    Task CountHelpedAsync(string id, CancellationToken cancellation);

    /// <summary>Takes such a count back: it did not help after all.</summary>
    Task UncountHelpedAsync(string id, CancellationToken cancellation);

    /// <summary>Counts an organisation where it plays too, and the people there who notice it.</summary>
    Task CountSharedAsync(string id, int people, CancellationToken cancellation);

    /// <summary>Shows how many organisations, and people there, joined the case of an item by now; never fewer than before.</summary>
    Task ShowSharedAsync(string id, int organisations, int people, CancellationToken cancellation);
}
