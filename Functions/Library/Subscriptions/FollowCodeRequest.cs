using System.Text.Json.Serialization;

namespace RegelLoket.Library.Subscriptions;

/// <summary>The code of a mail: to confirm an address, or to stop.</summary>
public sealed record FollowCodeRequest
{
    [JsonPropertyName("code")]
    public string? Code { get; init; }
}
