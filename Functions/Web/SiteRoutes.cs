namespace RegelLoket.Web;

/// <summary>
/// Addresses of the site that more than one room links to. A step has its others in a type of its own, such as <c>IntakeRoutes</c>; a link
/// names one of these types and no address outright, so that a test can hold every link against the functions.
/// </summary>
public static class SiteRoutes
{
    public const string Start = "/";
    public const string Contact = "/contact";
    public const string Privacy = "/privacy";
    public const string Accessibility = "/toegankelijkheid";
    public const string SecurityText = "/.well-known/security.txt";

    /// <summary>The form begins here.</summary>
    public const string Report = "/melden";

    /// <summary>Where number and code are asked.</summary>
    public const string Follow = "/volgen";

    /// <summary>The page of whoever follows a case.</summary>
    public const string FollowedCase = "/volgen/melding";

    /// <summary>What we hold of whoever follows a case.</summary>
    public const string OwnData = "/volgen/gegevens";

    public const string Library = "/bibliotheek";
    public const string Figures = "/cijfers";

    /// <summary>A published item, by its id.</summary>
    public static string LibraryItem(string id) => $"/bibliotheek/{id}";

    /// <summary>A file for the browser, by the hash of its content.</summary>
    public static string Asset(string hash, string name) => $"/assets/{hash}/{name}";
}
