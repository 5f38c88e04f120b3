using System.Text.Json.Serialization;

namespace RegelLoket.Library.Publication;

/// <summary>What the reporter says of the public text.</summary>
public sealed record PublicationReplyRequest
{
    [JsonPropertyName("akkoord")]
    public bool? Agreed { get; init; }

    [JsonPropertyName("toelichting")]
    public string? Explanation { get; init; }
}
