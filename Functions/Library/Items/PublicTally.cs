using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Items;

/// <summary>The number of people who notice the outcome of a case, or of the cases of a factsheet.</summary>
/// <param name="Answers">How many answered.</param>
/// <param name="Noticed">How many of them notice it, or a bit of it.</param>
public sealed record PublicTally(
    [property: JsonPropertyName("antwoordden")] int Answers, [property: JsonPropertyName("merkenHet")] int Noticed)
{
    /// <summary>The least number of answers that is shown, so that nobody is recognised by theirs.</summary>
    public const int Least = 5;

    /// <summary>Returns what the public may know of it; null where too few answered.</summary>
    public static PublicTally? Of(EffectTally tally) => tally.Answers < Least ? null : new(tally.Answers, tally.Noticed);

    /// <summary>
    /// Returns that of an item: its own, or of a factsheet the sum over its cases, where a case with few answers counts
    /// by what its timeline shows anyway.
    /// </summary>
    public static PublicTally? Of(LibraryAnswer item, IEnumerable<PublishedCase> bundled) => item is PublishedCase published
        ? published.Tally
        : bundled.Select(OfCase).Aggregate(new EffectTally(0, 0), (sum, one) =>
            new(sum.Answers + one.Answers, sum.Noticed + one.Noticed)) is var all ? Of(all) : null;

    private static EffectTally OfCase(PublishedCase one) => one.Tally is { } known ? new(known.Answers, known.Noticed)
        : one.Effects is [.., var newest] ? new(1, newest.Noticed == EffectNoticed.No ? 0 : 1)
        : new(0, 0);
}
