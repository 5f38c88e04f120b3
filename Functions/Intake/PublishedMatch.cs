using RegelLoket.Cases;

namespace RegelLoket.Intake;

/// <summary>One published item, with enough to judge whether it helps.</summary>
/// <param name="Id">The id in the library.</param>
/// <param name="Title">The title.</param>
/// <param name="Problem">The problem in a few lines.</param>
/// <param name="Answer">The answer in a few lines; empty while there is none.</param>
/// <param name="Status">The status in words.</param>
/// <param name="Date">The date of that status.</param>
/// <param name="Address">The address of its page.</param>
/// <param name="Words">The words of the text that it matches.</param>
public sealed record PublishedMatch(
    string Id, string Title, string Problem, string Answer, string Status, DateOnly Date, string Address,
    IReadOnlyList<string> Words)
{
    /// <summary>The case behind it, which others can join and follow; null for a factsheet.</summary>
    public CaseNumber? Case { get; init; }
}
