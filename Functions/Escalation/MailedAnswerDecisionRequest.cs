using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>Decides whether a ministry's mail is its answer.</summary>
public sealed record MailedAnswerDecisionRequest
{
    [JsonPropertyName("ministerie")]
    public required Ministry Ministry { get; init; }

    /// <summary>The number of the mail in the case; the only undecided mail when left out.</summary>
    [JsonPropertyName("mail")]
    public int? Mail { get; init; }

    [JsonPropertyName("overnemen")]
    public required bool Accepted { get; init; }
}
