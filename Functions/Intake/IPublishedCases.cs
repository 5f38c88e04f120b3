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

    /// <summary>Counts an organisation where it plays too, and the people there who notice it.</summary>
    Task CountSharedAsync(string id, int people, CancellationToken cancellation);

    /// <summary>Shows how many organisations, and people there, joined the case of an item by now; never fewer than before.</summary>
    Task ShowSharedAsync(string id, int organisations, int people, CancellationToken cancellation);
}

/// <summary>One published item, enough to judge whether it helps.</summary>
/// <param name="Id">Under which it is published.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Problem">The problem in a few lines.</param>
/// <param name="Answer">The answer in a few lines; empty while there is none.</param>
/// <param name="Status">How far it is, in words.</param>
/// <param name="Date">When that was last so.</param>
/// <param name="Address">Its page.</param>
/// <param name="Words">The words of the text that it matches.</param>
public sealed record PublishedMatch(
    string Id, string Title, string Problem, string Answer, string Status, DateOnly Date, string Address, IReadOnlyList<string> Words)
{
    /// <summary>The case behind it, which others can join and follow; null for a factsheet.</summary>
    public CaseNumber? Case { get; init; }
}
