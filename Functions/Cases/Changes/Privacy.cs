using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>Private data was erased: by its term or on request. What was erased is no longer anywhere; that it was erased stays.</summary>
public sealed record DataErased : CaseChange
{
    public required ErasedData What { get; init; }

    public required ErasureGround Ground { get; init; }

    /// <summary>
    /// Whose data it was; null for everybody in the case, as when a term is past. Followers have a term of their own; in events of before
    /// they had, they are among everybody.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CasePerson? Of { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => Of is not (null or { Part: PersonPart.Reporter }) ? state
        : state with
        {
            ReporterErasedAt = state.ReporterErasedAt ?? e.At,
            TextsErasedAt = What == ErasedData.Texts ? state.TextsErasedAt ?? e.At : state.TextsErasedAt,
        };
}
