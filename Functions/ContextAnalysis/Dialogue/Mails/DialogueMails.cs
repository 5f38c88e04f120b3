using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.Dialogue.Mails;

/// <summary>What the mails to a colleague about the dialogue share.</summary>
internal static class DialogueMails
{
    /// <summary>Where the dialogue stands on the case's page.</summary>
    public static string Address(CaseNumber number) =>
        $"{DeskRoutes.CaseTab(number, AnalysisPageFunctions.ReportTab)}#gesprek";
}
