using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Library.Subscriptions;

/// <summary>The topics that an address follows: themes, laws by their id, and items by theirs.</summary>
public sealed record SubscriptionResponse(
    [property: JsonPropertyName("themas")] IReadOnlyList<Theme> Themes,
    [property: JsonPropertyName("wetten")] IReadOnlyList<string> Laws,
    [property: JsonPropertyName("items")] IReadOnlyList<string> Items)
{
    public static SubscriptionResponse Of(Subscription subscription) => new(
        [.. KeysOf(subscription, TopicKind.Theme)
            .Select(slug => EnumNames.TryParseSlug<Theme>(slug, out var theme) ? theme : (Theme?)null).OfType<Theme>()],
        [.. KeysOf(subscription, TopicKind.Law)], [.. KeysOf(subscription, TopicKind.Item)]);

    private static IEnumerable<string> KeysOf(Subscription subscription, TopicKind kind) =>
        subscription.Topics.Select(followed => followed.Topic).Where(topic => topic.Kind == kind).Select(topic => topic.Key);
}
