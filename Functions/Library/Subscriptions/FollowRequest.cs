using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Subscriptions;

/// <summary>The topics that somebody wants to follow by mail, and the address.</summary>
public sealed record FollowRequest
{
    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("themas")]
    public IReadOnlyList<Theme>? Themes { get; init; }

    /// <summary>The laws, by BWB id.</summary>
    [JsonPropertyName("wetten")]
    public IReadOnlyList<string>? Laws { get; init; }

    /// <summary>The items, by id.</summary>
    [JsonPropertyName("items")]
    public IReadOnlyList<string>? Items { get; init; }

    /// <summary>Returns the topics as a form writes them, each with its field.</summary>
    internal IReadOnlyList<(string Field, string? Text)> Topics =>
    [
        .. (Themes ?? []).Select(theme => ("themas", (string?)Topic.Of(theme).ToString())),
        .. (Laws ?? []).Select(law => ("wetten", (string?)new Topic(TopicKind.Law, law).ToString())),
        .. (Items ?? []).Select(item => ("items", (string?)new Topic(TopicKind.Item, item).ToString())),
    ];
}
