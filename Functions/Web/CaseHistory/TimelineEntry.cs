using RegelLoket.Cases;

namespace RegelLoket.Web.CaseHistory;

/// <summary>One entry of a case's timeline.</summary>
public sealed record TimelineEntry
{
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Actor By { get; init; }

    public required TimelineKind Kind { get; init; }

    /// <summary>The title of the event.</summary>
    public required string Title { get; init; }

    /// <summary>The texts and facts of the event with their labels; an erased text is marked as such.</summary>
    public required IReadOnlyList<(string Label, string Text)> Texts { get; init; }
}
