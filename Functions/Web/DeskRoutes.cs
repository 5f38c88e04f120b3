using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>Addresses of the workbench that more than one room links to, and that mails to colleagues hold.</summary>
public static class DeskRoutes
{
    /// <summary>The queue of cases.</summary>
    public const string Start = "/werkbank";

    public const string Rules = "/werkbank/regels";
    public const string Insight = "/werkbank/inzicht";
    public const string Library = "/werkbank/bibliotheek";
    public const string Retention = "/werkbank/privacy";
    public const string PersonRequests = "/werkbank/privacy/verzoeken";

    /// <summary>The page of a case, with its first tab.</summary>
    public static string Case(CaseNumber number) => $"/werkbank/zaken/{number}";

    /// <summary>The page of a case with one of its tabs, by the <see cref="CaseTab.Slug"/>.</summary>
    public static string CaseTab(CaseNumber number, string slug) => $"/werkbank/zaken/{number}/{slug}";

    /// <summary>The tab Experimenten.</summary>
    public static string Experiments(CaseNumber number) => $"/werkbank/zaken/{number}/experimenten";

    /// <summary>What of a closed case goes to the archive.</summary>
    public static string Archive(CaseNumber number) => $"/werkbank/zaken/{number}/archief";
}
