namespace RegelLoket.Cases.Changes;

/// <summary>Private data was erased: by its term or on request. What was erased is no longer anywhere; that it was erased stays.</summary>
public sealed record DataErased : CaseChange
{
    public required ErasedData What { get; init; }

    public required ErasureGround Ground { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        ReporterErasedAt = state.ReporterErasedAt ?? e.At,
        TextsErasedAt = What == ErasedData.Texts ? state.TextsErasedAt ?? e.At : state.TextsErasedAt,
    };
}
