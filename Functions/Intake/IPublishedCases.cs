using RegelLoket.Cases;

namespace RegelLoket.Intake;

/// <summary>Earlier publications, shown before a person reports the same. The library implements it.</summary>
public interface IPublishedCases
{
    /// <summary>Returns published cases and factsheets that resemble a text, best first.</summary>
    Task<IReadOnlyList<PublishedMatch>> LikeAsync(string text, int maximum, CancellationToken cancellation);

    /// <summary>Returns the item by its id; null when it is not (or no longer) in the library.</summary>
    Task<PublishedMatch?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>Returns the item of a case; null when it is not (or no longer) in the library.</summary>
    Task<PublishedMatch?> FindAsync(CaseNumber number, CancellationToken cancellation);

    /// <summary>Counts a person whom this item helped, so that no report was needed.</summary>
    Task CountHelpedAsync(string id, CancellationToken cancellation);

    /// <summary>Takes such a count back: it did not help after all.</summary>
    Task UncountHelpedAsync(string id, CancellationToken cancellation);

    /// <summary>Counts an organisation where it plays too, and the people there who notice it.</summary>
    Task CountSharedAsync(string id, int people, CancellationToken cancellation);

    /// <summary>
    /// Sets how many organisations joined the case of an item, and how many people it affects there; the count never
    /// decreases.
    /// </summary>
    Task ShowSharedAsync(string id, int organisations, int people, CancellationToken cancellation);
}
