using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>The response to a colleague's command: the state of the case after it.</summary>
public sealed record CaseSummaryResponse
{
    [JsonPropertyName("zaaknummer")]
    public required CaseNumber Number { get; init; }

    [JsonPropertyName("status")]
    public required CaseStatus Status { get; init; }

    [JsonPropertyName("behandelaar")]
    public string? Handler { get; init; }

    /// <summary>The day on which the next step is due.</summary>
    [JsonPropertyName("voor")]
    public DateOnly? DueOn { get; init; }

    /// <summary>The number of the newest event.</summary>
    [JsonPropertyName("gebeurtenis")]
    public required int Event { get; init; }

    public static CaseSummaryResponse Of(CaseFile file) => new()
    {
        Number = file.Number,
        Status = file.State.Status,
        Handler = file.State.Handler,
        DueOn = file.State.DueOn,
        Event = file.State.Version,
    };
}
