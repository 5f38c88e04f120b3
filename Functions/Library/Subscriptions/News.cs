using RegelLoket.Library.Items;
using RegelLoket.Library.Search;

namespace RegelLoket.Library.Subscriptions;

/// <summary>
/// The news for one subscriber: what was published, changed and withdrawn in all that she follows together, each item
/// once. Pure.
/// </summary>
internal sealed record News(
    IReadOnlyList<LibraryItem> Published, IReadOnlyList<LibraryItem> Changed, IReadOnlyList<WithdrawnItem> Withdrawn)
{
    public int Count => Published.Count + Changed.Count + Withdrawn.Count;

    /// <summary>Returns the news since the last mail that left, or since the topic is followed, up to a moment.</summary>
    public static News Of(LibraryView view, Subscription subscription, DateTimeOffset until)
    {
        var topics = subscription.Topics.Select(followed =>
            (followed.Topic, Since: subscription.NewsUntil > followed.Since ? subscription.NewsUntil : followed.Since)).ToList();
        var earliest = topics.Select(topic => topic.Since).Min();
        DateTimeOffset? SinceOf(Func<Topic, DateTimeOffset?, bool> includes) =>
            topics.Where(topic => includes(topic.Topic, topic.Since)).Select(topic => topic.Since).Min();

        var items = view.Items.Where(item => item.ModifiedAt > earliest && item.ModifiedAt <= until)
            .Select(item => (Item: item, Since: SinceOf((topic, since) => topic.Includes(item)
                || view.MovesOf(item).Any(before => before.At > since && topic.Includes(before)))))
            .Where(news => news.Item.ModifiedAt > news.Since)
            .OrderByDescending(news => news.Item.ModifiedAt).ThenBy(news => news.Item.Id, StringComparer.Ordinal).ToList();
        return new News(
            [.. items.Where(news => news.Item.PublishedAt > news.Since).Select(news => news.Item)],
            [.. items.Where(news => news.Item.PublishedAt <= news.Since).Select(news => news.Item)],
            [.. view.Withdrawn.Where(item => item.At <= until && item.At > SinceOf((topic, _) => topic.Includes(item)))]);
    }
}
