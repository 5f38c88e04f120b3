using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>
/// A draft of an answer, stored until its words are the answer: anyone at the ministry with access to the question can
/// continue it.
/// </summary>
public sealed record AnswerDraft
{
    /// <summary>The event of the question; a later question to the same ministry starts without a draft.</summary>
    public int? Question { get; init; }

    public string Text { get; init; } = "";

    public AnswerStance? Stance { get; init; }

    public IReadOnlyList<RuleStance> Rules { get; init; } = [];

    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>The version of the draft: the moment of saving, in ticks.</summary>
    [JsonIgnore]
    public long Version => SavedAt.UtcTicks;

    public bool SaysTheSameAs(AnswerDraft other) =>
        Text == other.Text && Stance == other.Stance && Rules.SequenceEqual(other.Rules);
}
