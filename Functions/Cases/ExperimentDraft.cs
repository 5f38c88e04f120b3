namespace RegelLoket.Cases;

/// <summary>A version of the public text, stored under the event <paramref name="EventNumber"/>.</summary>
public sealed record ExperimentDraft(int Version, int EventNumber, Actor By, DateTimeOffset At)
{
    public TextReference Text(string name) => new(EventNumber, name);
}
