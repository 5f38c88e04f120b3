using System.Collections.Immutable;

namespace RegelLoket.Cases;

/// <summary>
/// A version of the public text, stored under the event <paramref name="EventNumber"/>, with the rounds and figures of that
/// moment: they are published with it, so that the second reader saw all that becomes public.
/// </summary>
public sealed record ExperimentDraft(int Version, int EventNumber, Actor By, DateTimeOffset At)
{
    public int Rounds { get; init; }

    public ImmutableArray<ExperimentMeasure> Measures { get; init; } = [];

    public TextReference Text(string name) => new(EventNumber, name);
}
