using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>The case got another handler, or none.</summary>
public sealed record CaseAssigned : CaseChange
{
    public required string? From { get; init; }

    public required string? To { get; init; }

    /// <summary>The id of the new handler (<see cref="Actor.Id"/>), where it is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ToId { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Handler = To,
        HandlerId = ToId,
        Status = state.Status == CaseStatus.Received && To is not null ? CaseStatus.Analysing : state.Status,
    };
}
