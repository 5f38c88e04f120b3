using RegelLoket.Cases;

namespace RegelLoket.Web.Handouts;

/// <summary>
/// An answer on one A4, to show to a manager, an inspector or a colleague: the rule, what it says and what is allowed.
/// It is about the rule, and holds nothing of the person who reported it.
/// </summary>
public sealed record Handout
{
    /// <summary>Stands in a text for what was left out of it.</summary>
    public const string LeftOut = "[weggelaten]";

    /// <summary>The address of its page, without the file's.</summary>
    public required string Path { get; init; }

    /// <summary>The title; of an outcome that is not published the outcome itself.</summary>
    public required string Title { get; init; }

    public required OutcomeKind Outcome { get; init; }

    /// <summary>The rules on which it rests, each with the day on which a person looked it up.</summary>
    public required IReadOnlyList<RuleReference> Rules { get; init; }

    /// <summary>The texts under their headings, in the order in which they are read.</summary>
    public required IReadOnlyList<HandoutPart> Parts { get; init; }

    /// <summary>The day of the answer; of a published one that of its newest change.</summary>
    public required DateOnly AnsweredOn { get; init; }

    /// <summary>Whether its day to be looked at again has passed.</summary>
    public bool IsStale { get; init; }

    /// <summary>The day since which the desk looks at the case behind it again; null when it does not.</summary>
    public DateOnly? LookedAtAgainSince { get; init; }

    /// <summary>Whether <see cref="LeftOut"/> is in a text, for words of the reporter or a name.</summary>
    public bool IsVeiled => Parts.Any(part => part.Text.Contains(LeftOut, StringComparison.Ordinal));

    /// <summary>The path of the public page with the same answer; null when it is not published.</summary>
    public string? PublicPath { get; init; }
}
