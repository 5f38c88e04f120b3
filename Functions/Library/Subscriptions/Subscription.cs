using System.Text.Json.Serialization;

namespace RegelLoket.Library.Subscriptions;

/// <summary>
/// The topics that one confirmed address follows, and how far its mails have come. It is all that is stored of a subscriber, and
/// deleted when she stops.
/// </summary>
public sealed record Subscription
{
    public required Cases.EmailAddress Email { get; init; }

    public required IReadOnlyList<FollowedTopic> Topics { get; init; }

    /// <summary>The day of the newest mail that was planned or was not needed (<see cref="NewsWeek"/>).</summary>
    public DateOnly? Week { get; init; }

    /// <summary>Whether the planning of <see cref="Week"/> was finished; a crash may have come between.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>The moment up to which mails that left before <see cref="Week"/> contained the news.</summary>
    [JsonPropertyName("toldUntil")]
    public DateTimeOffset? NewsUntil { get; init; }

    /// <summary>Returns the subscription with topics that it did not have; null when it has them all.</summary>
    public Subscription? With(IEnumerable<Topic> topics, DateTimeOffset now)
    {
        var added = topics.Except(Topics.Select(followed => followed.Topic)).ToList();
        return added.Count == 0 ? null
            : this with { Topics = [.. Topics, .. added.Select(topic => new FollowedTopic(topic, now))] };
    }
}
