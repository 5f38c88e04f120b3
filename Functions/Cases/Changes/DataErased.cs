using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>Private data was erased, by its term or on request. The event stays as the record of the erasure.</summary>
public sealed record DataErased : CaseChange
{
    public required ErasedData What { get; init; }

    public required ErasureGround Ground { get; init; }

    /// <summary>
    /// The person whose data it was; null for everybody in the case, as at the end of a term. Followers have a term of
    /// their own; events from before that include them in everybody.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CasePerson? Of { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        Of is not (null or { Part: PersonPart.Reporter }) ? state
        : state with
        {
            ReporterErasedAt = state.ReporterErasedAt ?? e.At,
            TextsErasedAt = What == ErasedData.Texts ? state.TextsErasedAt ?? e.At : state.TextsErasedAt,
            Attachments = What == ErasedData.Texts ? [.. state.Attachments.Select(file => file with { IsGone = true })]
                : state.Attachments,
        };
}
