namespace RegelLoket.Web;

/// <summary>
/// Addresses of the site that several folders link to. A step has its others in a type of its own, such as
/// <c>IntakeRoutes</c>; links use these types and no literal addresses, so that a test can check every link against the
/// functions.
/// </summary>
public static class SiteRoutes
{
    public const string Start = "/";
    public const string Contact = "/contact";
    public const string Privacy = "/privacy";
    public const string Accessibility = "/toegankelijkheid";
    public const string SecurityText = "/.well-known/security.txt";

    /// <summary>The start page of the form.</summary>
    public const string Report = "/melden";

    /// <summary>The page to enter number and code.</summary>
    public const string Follow = "/volgen";

    /// <summary>The page of the reporter or follower of a case.</summary>
    public const string FollowedCase = "/volgen/melding";

    /// <summary>The page with the own data of the reporter or follower.</summary>
    public const string OwnData = "/volgen/gegevens";

    public const string Library = "/bibliotheek";
    public const string Figures = "/cijfers";

    /// <summary>All laws and other rules on which something is published.</summary>
    public const string Laws = "/bibliotheek/wetten";

    /// <summary>Returns the address of a published item, by its id.</summary>
    public static string LibraryItem(string id) => $"/bibliotheek/{id}";

    /// <summary>
    /// Returns the address of a law or another rule, by its <see cref="Cases.LawId"/>. The address stays the same when
    /// the citation title changes, or when nothing is published on the law any more.
    /// </summary>
    public static string Law(string id) => $"/bibliotheek/wetten/{id}";

    /// <summary>Returns the address of the Atom feed of a law.</summary>
    public static string LawFeed(string id) => $"/bibliotheek/wetten/{id}/feed.atom";

    /// <summary>Returns the address of a static file, by the hash of its content.</summary>
    public static string Asset(string hash, string name) => $"/assets/{hash}/{name}";
}
