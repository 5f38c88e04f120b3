using System.Text.Json.Serialization;

namespace RegelLoket.Library.Publication;

/// <summary>The reporter's reply to the public text.</summary>
public sealed record PublicationReplyRequest
{
    /// <summary>The version that the reporter read: the reply counts for no other.</summary>
    [JsonPropertyName("versie")]
    public int? Version { get; init; }

    [JsonPropertyName("akkoord")]
    public bool? Agreed { get; init; }

    [JsonPropertyName("toelichting")]
    public string? Explanation { get; init; }
}
