namespace RegelLoket.Cases;

/// <summary>The contact of an organisation that does an experiment, and what was typed there and not sent yet.</summary>
public sealed record ExperimentParticipant
{
    public string? Name { get; init; }

    public EmailAddress? Email { get; init; }

    public LogbookDraft? Draft { get; init; }
}
