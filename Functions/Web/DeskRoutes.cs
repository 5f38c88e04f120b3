using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>Addresses of the workbench that several folders link to, and that are in mails to colleagues.</summary>
public static class DeskRoutes
{
    /// <summary>The work queue.</summary>
    public const string Start = "/werkbank";

    public const string Rules = "/werkbank/regels";
    public const string Insight = "/werkbank/inzicht";
    public const string Library = "/werkbank/bibliotheek";
    public const string Retention = "/werkbank/privacy";
    public const string PersonRequests = "/werkbank/privacy/verzoeken";

    /// <summary>Returns the address of a case, with its first tab.</summary>
    public static string Case(CaseNumber number) => $"/werkbank/zaken/{number}";

    /// <summary>Returns the address of a tab of a case, by the <see cref="CaseTab.Slug"/>.</summary>
    public static string CaseTab(CaseNumber number, string slug) => $"/werkbank/zaken/{number}/{slug}";

    /// <summary>Returns the address of the tab Experimenten.</summary>
    public static string Experiments(CaseNumber number) => $"/werkbank/zaken/{number}/experimenten";

    /// <summary>Returns the address of an experiment of a case.</summary>
    public static string Experiment(CaseNumber number, int experiment) => $"/werkbank/zaken/{number}/experimenten/{experiment}";

    /// <summary>Returns the address of the archive package of a closed case.</summary>
    public static string Archive(CaseNumber number) => $"/werkbank/zaken/{number}/archief";
}
