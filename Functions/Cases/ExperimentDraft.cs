namespace RegelLoket.Cases;

/// <summary>A text for the public; <paramref name="EventNumber"/> is the event under which it lies.</summary>
public sealed record ExperimentDraft(int Version, int EventNumber, Actor By, DateTimeOffset At)
{
    public TextReference Text(string name) => new(EventNumber, name);
}
