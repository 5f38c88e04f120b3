using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Outcome;

/// <summary>Addresses of the outcome: on the workbench, and of the reporter's reactions.</summary>
public static class OutcomeRoutes
{
    public const string Dispute = "/volgen/bezwaar";

    /// <summary>
    /// The page with the question on the effect; the key of a link follows a #, so that no server, log or referrer
    /// receives it.
    /// </summary>
    public const string Effect = "/volgen/effect";

    /// <summary>Opens the question of a link.</summary>
    public const string OpenEffect = "/volgen/effect/openen";

    /// <summary>The outcome on one A4, for the reporter to show.</summary>
    public const string Handout = "/volgen/op-papier";

    /// <summary>The same as a file.</summary>
    public const string HandoutFile = "/volgen/op-papier.pdf";

    public const string EffectDone = "/volgen/effect/klaar";

    /// <summary>Returns the address of the tab Oplossing.</summary>
    public static string Outcome(CaseNumber number) => DeskRoutes.CaseTab(number, OutcomePageFunctions.Tab);

    /// <summary>Returns the address where a colleague sees the handout of an outcome.</summary>
    public static string DeskHandout(CaseNumber number) => $"/werkbank/zaken/{number}/oplossing/op-papier";

    /// <summary>Returns the address of the same as a file.</summary>
    public static string DeskHandoutFile(CaseNumber number) => $"/werkbank/zaken/{number}/oplossing/op-papier.pdf";

    /// <summary>Returns the address to answer a reporter who disputes the outcome.</summary>
    public static string AnswerDispute(CaseNumber number) => $"/werkbank/zaken/{number}/oplossing/antwoord";
}
