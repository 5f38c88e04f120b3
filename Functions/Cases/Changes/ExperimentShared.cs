namespace RegelLoket.Cases.Changes;

/// <summary>A second analyst reviewed the text and published it in the library.</summary>
public sealed record ExperimentShared : CaseChange, IExperimentChange
{
    public required int Experiment { get; init; }

    public required int Version { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state.WithExperiment(
        Experiment, x =>
            x with { Shared = x.Draft, SharedBy = e.By, SharedAt = e.At, FirstSharedAt = x.FirstSharedAt ?? e.At });
}
