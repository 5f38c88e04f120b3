using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>A half answer, kept until it is given: anyone who has the question at the ministry goes on where it was left.</summary>
public sealed record AnswerDraft
{
    /// <summary>The event with which the question was asked; a later question to the same ministry begins empty.</summary>
    public int? Question { get; init; }

    public string Text { get; init; } = "";

    public AnswerStance? Stance { get; init; }

    public IReadOnlyList<RuleStance> Rules { get; init; } = [];

    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>Tells one half answer from another: when it was saved, in ticks.</summary>
    [JsonIgnore]
    public long Version => SavedAt.UtcTicks;

    public bool SaysTheSameAs(AnswerDraft other) =>
        Text == other.Text && Stance == other.Stance && Rules.SequenceEqual(other.Rules);
}
