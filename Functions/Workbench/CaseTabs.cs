namespace RegelLoket.Workbench;

/// <summary>A tab of the case page, by the last part of its address.</summary>
public sealed record CaseTab(string Slug, string Title);

/// <summary>The tabs of the case page, in the order in which a case meets them.</summary>
public static class CaseTabs
{
    public const string Report = "melding";
    public const string Context = "context";
    public const string Statement = "probleemstelling";
    public const string Ministries = "ministeries";
    public const string Outcome = "oplossing";
    public const string Experiments = "experimenten";
    public const string Publication = "publicatie";

    public static IReadOnlyList<CaseTab> All { get; } =
    [
        new(Report, "Melding"), new(Context, "Context"), new(Statement, "Probleemstelling"), new(Ministries, "Ministeries"), new(Outcome, "Oplossing"), new(Experiments, "Experimenten"), new(Publication, "Publicatie"),
    ];
}
