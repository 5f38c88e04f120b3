using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis;

/// <summary>Addresses of the context analysis of a case, and of the catalogue of rules.</summary>
public static class ContextAnalysisRoutes
{
    public const string AddRule = "/werkbank/regel-toevoegen";

    /// <summary>Ministries and executive bodies.</summary>
    public const string Bodies = "/werkbank/uitvoerders";

    public const string ChangeBodies = "/werkbank/uitvoerders/wijzigingen";

    public static string Rule(string id) => $"/werkbank/regels/{id}";

    public static string ChangeRule(string id) => $"/werkbank/regels/{id}/wijzigen";

    public static string CheckRule(string id) => $"/werkbank/regels/{id}/controles";

    /// <summary>The tab Context.</summary>
    public static string Context(CaseNumber number) => DeskRoutes.CaseTab(number, AnalysisPageFunctions.ContextTab);

    public static string Handler(CaseNumber number) => $"/werkbank/zaken/{number}/behandelaar";

    public static string Notes(CaseNumber number) => $"/werkbank/zaken/{number}/notities";

    public static string Questions(CaseNumber number) => $"/werkbank/zaken/{number}/vragen-aan-melder";

    /// <summary>Writes to the reporter without a question.</summary>
    public static string Messages(CaseNumber number) => $"/werkbank/zaken/{number}/berichten-aan-melder";

    /// <summary>Closes a case whose reporter does not answer.</summary>
    public static string Closing(CaseNumber number) => $"/werkbank/zaken/{number}/sluitingen";

    /// <summary>Marks the reporter's messages as read.</summary>
    public static string Reading(CaseNumber number) => $"/werkbank/zaken/{number}/gelezen-berichten";

    /// <summary>Splits a report into several cases.</summary>
    public static string Splitting(CaseNumber number) => $"/werkbank/zaken/{number}/splitsen";

    /// <summary>Makes a split report one case again.</summary>
    public static string UndoSplit(CaseNumber number) => $"/werkbank/zaken/{number}/splitsing-ongedaan";

    public static string Links(CaseNumber number) => $"/werkbank/zaken/{number}/verbanden";
}
