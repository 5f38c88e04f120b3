using RegelLoket.Cases;

namespace RegelLoket.Intake;

/// <summary>The result of "speelt bij ons ook".</summary>
public abstract record JoinResult
{
    private JoinResult()
    {
    }

    /// <summary>
    /// The organisation was counted. With a case behind the item it gets a number and a code to follow it; without one
    /// it gets neither.
    /// </summary>
    public sealed record Joined(PublishedMatch Item, FollowNumber? Number, FollowCode? Code, DateTimeOffset At) : JoinResult;

    public sealed record Invalid(IReadOnlyDictionary<string, string> Errors) : JoinResult;

    /// <summary>The key was used before for other content.</summary>
    public sealed record KeyInUse : JoinResult;

    /// <summary>The case has the maximum number of followers that one stream of events can hold.</summary>
    public sealed record Full : JoinResult
    {
        public const string Title = "Bij deze casus kunnen geen organisaties meer bij";
        public const string Detail = "Doe een eigen melding, dan kijken we er toch naar.";
    }

    /// <summary>The caller joined this item too often today; nothing was stored.</summary>
    public sealed record TooMany : JoinResult;

    /// <summary>The item is not, or no longer, in the library.</summary>
    public sealed record NotFound : JoinResult
    {
        public const string Title = "Deze tekst staat niet meer in de bibliotheek";
        public const string Detail = "Jullie kunnen er daarom niet meer bij. Je kunt wel een eigen melding doen.";
    }
}
