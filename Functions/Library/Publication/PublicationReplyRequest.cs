using System.Text.Json.Serialization;

namespace RegelLoket.Library.Publication;

/// <summary>The reporter's reply to the public text.</summary>
public sealed record PublicationReplyRequest
{
    [JsonPropertyName("akkoord")]
    public bool? Agreed { get; init; }

    [JsonPropertyName("toelichting")]
    public string? Explanation { get; init; }
}
