using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Publication;

/// <summary>The body of <c>POST /v1/zaken/{n}/niet-delen-besluiten</c>: the outcome is not shared, for a reason.</summary>
public sealed record SharingDeclineRequest
{
    [JsonPropertyName("want")]
    public NotSharedReason? Because { get; init; }

    /// <summary>The reason in words, for colleagues.</summary>
    [JsonPropertyName("toelichting")]
    public string? Explanation { get; init; }
}
