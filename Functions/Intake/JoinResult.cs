using RegelLoket.Cases;

namespace RegelLoket.Intake;

/// <summary>What came of "speelt bij ons ook".</summary>
public abstract record JoinResult
{
    private JoinResult()
    {
    }

    /// <summary>
    /// It was counted. With a case behind the item there is a number and a code to follow it; without one there is nothing to follow.
    /// </summary>
    public sealed record Joined(PublishedMatch Item, FollowNumber? Number, FollowCode? Code, DateTimeOffset At) : JoinResult;

    public sealed record Invalid(IReadOnlyDictionary<string, string> Errors) : JoinResult;

    /// <summary>The key was used before for something else.</summary>
    public sealed record KeyInUse : JoinResult;

    /// <summary>As many organisations follow the case as one stream of events can carry.</summary>
    public sealed record Full : JoinResult
    {
        public const string Title = "Bij deze casus kunnen geen organisaties meer bij";
        public const string Detail = "Doe een eigen melding, dan kijken we er toch naar.";
    }

    /// <summary>The caller joined this item too often today; nothing was stored.</summary>
    public sealed record TooMany : JoinResult;

    /// <summary>No such item in the library, or no longer.</summary>
    public sealed record NotFound : JoinResult
    {
        public const string Title = "Deze tekst staat niet meer in de bibliotheek";
        public const string Detail = "Jullie kunnen er daarom niet meer bij. Je kunt wel een eigen melding doen.";
    }
}
