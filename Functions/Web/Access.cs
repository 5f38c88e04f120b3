namespace RegelLoket.Web;

/// <summary>Who may call a route.</summary>
public enum Audience
{
    /// <summary>Everybody; a route may ask for a code of its own, as the reporter's and the ministry's do.</summary>
    Public,
    Analyst,
    Coordinator,
}

/// <summary>A route, with all below it, who may call it, how many bytes it takes, and whether the API takes a form there instead of JSON.</summary>
public sealed record AccessRule(string Route, Audience Audience, int MaximumBodySize = Api.MaximumBodySize, bool TakesForms = false);

/// <summary>The one table of routes and roles. The longest rule that fits a route counts; a route without a rule is open to nobody.</summary>
public static class Access
{
    public static IReadOnlyList<AccessRule> Rules { get; } =
    [
        new(StartFunction.Route, Audience.Public),
        new(UnknownAddressFunction.Route, Audience.Public),
        new("assets", Audience.Public),
        new(".well-known", Audience.Public),
        new("contact", Audience.Public),
        new("privacy", Audience.Public),
        new("toegankelijkheid", Audience.Public),
        new("melden", Audience.Public),
        new("volgen", Audience.Public),
        new("bibliotheek", Audience.Public),
        new("reactie", Audience.Public),
        new("gezondheid", Audience.Public),
        new("v1/openapi.json", Audience.Public),
        new("v1/docs", Audience.Public),
        new("v1/meldingen", Audience.Public),
        new("v1/nieuwe-volgcodes", Audience.Public),
        new("v1/aansluitingen", Audience.Public),
        new("v1/vergelijkbare-casussen", Audience.Public),
        new("v1/persoonsgegevens-scans", Audience.Public),
        new("v1/reacties", Audience.Public),
        new("v1/casussen", Audience.Public),
        new("v1/factsheets", Audience.Public),
        new("v1/koplopers", Audience.Public),
        new("v1/experimenten", Audience.Public),
        new("v1/webhooks", Audience.Public, MaximumBodySize: 4 * 1024 * 1024),
        new("v1/webhooks/inkomend", Audience.Public, MaximumBodySize: 4 * 1024 * 1024, TakesForms: true),
        new("cijfers", Audience.Public),
        new("koplopers", Audience.Public),
        new("zaken", Audience.Public),
        new("v1/catalogus", Audience.Public),

        new("werkbank", Audience.Analyst),
        new("werkbank/ministeries", Audience.Coordinator),
        new("werkbank/redactie", Audience.Coordinator),
        new("werkbank/post", Audience.Coordinator),
        new("werkbank/privacy", Audience.Coordinator),
        new("werkbank/regels/{id}/wijzigen", Audience.Coordinator),
        new("werkbank/regels/{id}/controles", Audience.Coordinator),
        new("werkbank/regel-toevoegen", Audience.Coordinator),
        new("werkbank/uitvoerders/wijzigingen", Audience.Coordinator),
        new("v1/redactie", Audience.Coordinator),
        new("v1/bewaarronden", Audience.Coordinator),
        new("v1/persoonsverzoeken", Audience.Coordinator),
        new("v1/zaken", Audience.Analyst),
        new("v1/suggesties", Audience.Analyst),
        new("v1/regels", Audience.Analyst),
        new("v1/regels/{id}/versies", Audience.Coordinator),
        new("v1/regels/{id}/controles", Audience.Coordinator),
        new("v1/uitvoerders", Audience.Analyst),
        new("v1/uitvoerders/{id}/versies", Audience.Coordinator),
        new("v1/ministeries", Audience.Analyst),
        new("v1/ministeries/{ministerie}/versies", Audience.Coordinator),
    ];

    /// <summary>The rule of a route template; null if none covers it.</summary>
    public static AccessRule? For(string template) =>
        Rules.Where(rule => Covers(rule.Route, template)).MaxBy(rule => rule.Route.Length);

    private static bool Covers(string rule, string template) =>
        template.Equals(rule, StringComparison.OrdinalIgnoreCase) || template.StartsWith(rule + "/", StringComparison.OrdinalIgnoreCase);
}
