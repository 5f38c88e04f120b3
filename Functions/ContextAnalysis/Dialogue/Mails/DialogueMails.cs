using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.Dialogue.Mails;

/// <summary>The shared parts of the mails to a colleague about the dialogue.</summary>
internal static class DialogueMails
{
    /// <summary>Returns the address of the dialogue on the case page.</summary>
    public static string Address(CaseNumber number) =>
        $"{DeskRoutes.CaseTab(number, AnalysisPageFunctions.ReportTab)}#gesprek";
}
