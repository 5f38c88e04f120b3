using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.ProblemStatement;

/// <summary>The address of the problem statement.</summary>
public static class ProblemStatementRoutes
{
    /// <summary>Returns the address of the tab Probleemstelling.</summary>
    public static string Statement(CaseNumber number) => DeskRoutes.CaseTab(number, StatementPageFunctions.Tab);
}
