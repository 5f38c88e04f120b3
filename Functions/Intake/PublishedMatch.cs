using RegelLoket.Cases;

namespace RegelLoket.Intake;

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
