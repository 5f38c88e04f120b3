using RegelLoket.Cases;
using RegelLoket.Library.Editing;
using RegelLoket.Notifications;

namespace RegelLoket.Workbench;

/// <summary>
/// A next step of a case and its assignee. The panel "Nu te doen", the tab "Aan jou" with its count and empty state,
/// and the digest use it. It depends on the state alone, so that it is computed once for each change of a case.
/// </summary>
/// <param name="Kind">The step.</param>
/// <param name="Author">The author of the text to approve, who cannot take the step; everyone else can.</param>
/// <param name="Ministry">The ministry concerned, if any.</param>
/// <param name="Experiment">The number of the experiment concerned, if any.</param>
public sealed record Turn(TurnKind Kind, Actor? Author = null, Ministry? Ministry = null, int? Experiment = null)
{
    /// <summary>
    /// Whether a colleague has to take the step and can. Incoming messages of a case without a handler are for
    /// everyone.
    /// </summary>
    public bool IsFor(Actor viewer, Actor? handler) => Kind switch
    {
        TurnKind.ApproveStatement or TurnKind.ApprovePublication or TurnKind.ApproveExperiment or TurnKind.ApproveItem =>
            Author is not null && !Author.IsSamePerson(viewer),
        >= TurnKind.ReadMinistryMail and <= TurnKind.Publish => handler is null || handler.IsSamePerson(viewer),
        >= TurnKind.AnalyseContext and <= TurnKind.WritePublication => handler?.IsSamePerson(viewer) == true,
        _ => false,
    };

    /// <summary>Returns the first turn of a colleague, or the first of all when none is theirs.</summary>
    public static Turn Next(IReadOnlyList<Turn> turns, Actor viewer, Actor? handler) =>
        turns.FirstOrDefault(turn => turn.IsFor(viewer, handler)) ?? turns[0];

    /// <summary>Returns all turns of a case, the most urgent first; never empty.</summary>
    public static IReadOnlyList<Turn> Of(CaseState state)
    {
        var turns = state.Requests.Where(r => r.WaitingMails.Any()).Select(r => Of(TurnKind.ReadMinistryMail, r)).ToList();
        // Unread messages are no turn of a new report, which is read as a whole.
        if (state is
            {
                UnreadSince: not null,
                Status: not (CaseStatus.Received or CaseStatus.Withdrawn or CaseStatus.Merged or CaseStatus.TakenBack)
            })
        {
            turns.Add(new(TurnKind.ReadReporter));
        }

        turns.AddRange(OfStatus(state));
        turns.AddRange(state.Experiments.SelectMany(experiment => OfExperiment(experiment, state)));
        return turns.Count > 0 ? turns : [new(TurnKind.Nothing)];
    }

    private static IEnumerable<Turn> OfStatus(CaseState state) => state.Status switch
    {
        CaseStatus.Received => [new(TurnKind.TakeUp)],
        CaseStatus.Analysing => [new(TurnKind.AnalyseContext)],
        CaseStatus.WaitingForReporter when state.ReporterSilentSince is not null =>
            AtMinistries(state, otherwise: TurnKind.DecideWithoutReporter),
        CaseStatus.WaitingForReporter => AtMinistries(state, otherwise: TurnKind.AwaitReporter),
        CaseStatus.DraftingStatement => [new(TurnKind.WriteStatement)],
        CaseStatus.AwaitingApproval =>
            [new(TurnKind.ApproveStatement, state.Statements is [.., var newest] ? newest.By : null)],
        CaseStatus.ReadyToDecide =>
            [new(state.Context?.NeedsMinistry == true ? TurnKind.Escalate : TurnKind.DecideWithoutMinistry)],
        CaseStatus.AtMinistries => AtMinistries(state, otherwise: TurnKind.AwaitMinistries),
        CaseStatus.AnswersIn => [new(TurnKind.DecideOnAnswers)],
        CaseStatus.OutcomeKnown => AfterOutcome(state),
        _ => [],
    };

    private static List<Turn> AtMinistries(CaseState state, TurnKind otherwise)
    {
        var turns = state.Requests.Where(r => r.Status == RequestStatus.AskedBack).Select(r => Of(TurnKind.AnswerMinistry, r))
            .Concat(state.Requests.Where(r => r.MoreTimeUntil is not null).Select(r => Of(TurnKind.DecideMoreTime, r)))
            .ToList();
        return turns.Count > 0 ? turns : [new(otherwise)];
    }

    private static IEnumerable<Turn> AfterOutcome(CaseState state)
    {
        if (state.Dispute is { } dispute)
        {
            yield return new(
                state.Effects.Any(effect => effect.AnsweredAt == dispute.At) ? TurnKind.AnswerEffect : TurnKind.AnswerDispute);
            yield break;
        }

        if (ReporterMails.IsTrouble(state.Outcome?.Mail))
        {
            yield return new(TurnKind.ResendOutcome);
        }

        if (state.Publication is { IsUnderWay: true, AgreedAt: null } offered && ReporterMails.IsTrouble(offered.Mail))
        {
            yield return new(TurnKind.ResendPublication);
        }

        yield return state.Publication switch
        {
            { IsObjectedTo: true } => new(TurnKind.AnswerObjection),
            { IsUnderWay: true, ApprovedAt: null } draft => new(TurnKind.ApprovePublication, draft.DraftedBy),
            { IsUnderWay: true, AgreedAt: null } => new(TurnKind.AwaitReader),
            { IsUnderWay: true } => new(TurnKind.Publish),
            _ => new(state.IsSharingSettled ? TurnKind.AwaitClosing : TurnKind.WritePublication),
        };
    }

    /// <summary>Returns the turn of a proposal for the library, which belongs to no case.</summary>
    public static Turn Of(Edition proposal) => new(TurnKind.ApproveItem, proposal.By);

    /// <summary>The steps of an experiment, which mostly come after the end of the case itself.</summary>
    private static IEnumerable<Turn> OfExperiment(CaseExperiment experiment, CaseState state)
    {
        if (experiment.UnreadSince is not null)
        {
            yield return new(TurnKind.ReadExperiment, Experiment: experiment.Number);
        }

        if (experiment.AwaitsReader && !(state.TextsErasedAt > experiment.Draft!.At))
        {
            yield return new(TurnKind.ApproveExperiment, experiment.Draft!.By, Experiment: experiment.Number);
        }
        else if (experiment is { AwaitsText: true, WroteAt: not null })
        {
            yield return new(TurnKind.WriteExperiment, Experiment: experiment.Number);
        }
    }

    private static Turn Of(TurnKind kind, MinistryRequest request) => new(kind, Ministry: request.Ministry);
}
