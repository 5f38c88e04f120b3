namespace RegelLoket.Cases;

/// <summary>The transition table, which alone decides which steps a status allows.</summary>
public static class CaseRules
{
    private static readonly CaseStatus[] BeforeDecision =
        [CaseStatus.Received, CaseStatus.Analysing, CaseStatus.WaitingForReporter, CaseStatus.DraftingStatement,
            CaseStatus.AwaitingApproval, CaseStatus.ReadyToDecide];

    private static readonly CaseStatus[] Unfinished = [.. BeforeDecision, CaseStatus.AtMinistries, CaseStatus.AnswersIn];

    private static readonly CaseStatus[] Finished = [CaseStatus.OutcomeKnown, CaseStatus.Shared, CaseStatus.Closed];

    private static readonly Dictionary<CaseStep, CaseStatus[]> Allowed = new()
    {
        [CaseStep.Assign] = [.. Unfinished, CaseStatus.OutcomeKnown],
        [CaseStep.AddNote] = EnumNames.All<CaseStatus>().ToArray(),
        [CaseStep.AskReporter] = [.. Unfinished.Except([CaseStatus.WaitingForReporter])],
        [CaseStep.WriteToReporter] = [.. EnumNames.All<CaseStatus>().Except([CaseStatus.TakenBack])],
        [CaseStep.CloseUnanswered] = [CaseStatus.WaitingForReporter],
        [CaseStep.ReplyAsReporter] = [.. Unfinished, .. Finished, CaseStatus.Merged],
        [CaseStep.Withdraw] = [.. Unfinished, CaseStatus.Merged],
        [CaseStep.AnalyseContext] = [.. BeforeDecision.Except([CaseStatus.WaitingForReporter])],
        [CaseStep.WriteStatement] = [CaseStatus.DraftingStatement, CaseStatus.AwaitingApproval, CaseStatus.ReadyToDecide],
        [CaseStep.ApproveStatement] = [CaseStatus.AwaitingApproval],
        [CaseStep.Escalate] = [CaseStatus.ReadyToDecide, CaseStatus.AtMinistries, CaseStatus.AnswersIn],
        [CaseStep.ReplyAsMinistry] = [CaseStatus.AtMinistries, CaseStatus.AnswersIn, CaseStatus.WaitingForReporter],
        [CaseStep.ReplyToMinistry] = [CaseStatus.AtMinistries, CaseStatus.WaitingForReporter],
        [CaseStep.DetermineOutcome] = [CaseStatus.ReadyToDecide, CaseStatus.AtMinistries, CaseStatus.AnswersIn],
        [CaseStep.ObjectToOutcome] = Finished,
        [CaseStep.Publish] = Finished,
        [CaseStep.DeclineSharing] = [CaseStatus.OutcomeKnown],
        [CaseStep.Close] = [CaseStatus.OutcomeKnown, CaseStatus.Shared],
        [CaseStep.Reopen] = Finished,
        [CaseStep.MeasureEffect] = Finished,
        [CaseStep.Merge] = Unfinished,
        [CaseStep.Split] = BeforeDecision,
    };

    /// <summary>Returns why the case does not allow the step, as a sentence for people; null when it does.</summary>
    public static string? Refusal(CaseState state, CaseStep step) =>
        Allowed[step].Contains(state.Status) ? null : $"{Wish(step)} De zaak heeft nu de status '{state.Status.Label()}'. "
            + $"{WhatFirst(state.Status)}";

    /// <summary>Whether the case allows the step now.</summary>
    public static bool Allows(CaseState state, CaseStep step) => Allowed[step].Contains(state.Status);

    private static string Wish(CaseStep step) => step switch
    {
        CaseStep.Assign => "Je kunt deze zaak niet meer toewijzen.",
        CaseStep.AskReporter => "Je kunt de melder nu niets vragen.",
        CaseStep.CloseUnanswered => "Je kunt deze zaak nu niet sluiten: er staat geen vraag aan de melder open.",
        CaseStep.ReplyAsReporter => "Je kunt bij deze zaak niets meer toevoegen.",
        CaseStep.Withdraw => "Deze melding kan niet meer worden ingetrokken.",
        CaseStep.AnalyseContext => "De contextanalyse kan nu niet worden vastgelegd.",
        CaseStep.WriteStatement => "De probleemstelling kan nu niet worden geschreven.",
        CaseStep.ApproveStatement => "Er is nu geen probleemstelling om goed te keuren.",
        CaseStep.Escalate => "De zaak kan nu niet aan een ministerie worden voorgelegd.",
        CaseStep.ReplyAsMinistry => "Op deze vraag kan niet meer worden gereageerd.",
        CaseStep.ReplyToMinistry => "Er ligt nu geen vraag bij een ministerie.",
        CaseStep.DetermineOutcome => "De uitkomst kan nu niet worden vastgelegd.",
        CaseStep.ObjectToOutcome => "Er is nog geen uitkomst om op te reageren.",
        CaseStep.Publish => "De zaak kan nu niet worden gedeeld.",
        CaseStep.DeclineSharing => "Je kunt nu niet kiezen om deze zaak niet te delen.",
        CaseStep.Close => "De zaak kan nu niet worden gesloten.",
        CaseStep.Reopen => "De zaak kan niet worden heropend.",
        CaseStep.MeasureEffect => "Het effect kan nu niet worden gemeten.",
        CaseStep.Merge => "Deze zaak kan niet worden samengevoegd.",
        CaseStep.Split => "Deze melding kan niet meer worden gesplitst.",
        CaseStep.WriteToReporter => "Je kunt de melder bij deze zaak niet schrijven.",
        _ => "Dat kan nu niet.",
    };

    private static string WhatFirst(CaseStatus status) => status switch
    {
        CaseStatus.Received or CaseStatus.Analysing => "Leg eerst de contextanalyse vast.",
        CaseStatus.WaitingForReporter => "Wacht eerst op het antwoord van de melder.",
        CaseStatus.DraftingStatement => "Schrijf eerst de probleemstelling.",
        CaseStatus.AwaitingApproval => "Een tweede analist keurt eerst de probleemstelling goed.",
        CaseStatus.ReadyToDecide => "Leg de zaak voor aan een ministerie of leg de uitkomst vast.",
        CaseStatus.AtMinistries or CaseStatus.AnswersIn => "De ministeries zijn aan zet, of leg de uitkomst vast.",
        CaseStatus.TakenBack => "De melding gaat verder in één zaak.",
        CaseStatus.Merged => "De zaak gaat verder binnen een andere zaak.",
        _ => "De zaak is afgerond.",
    };
}
