using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Intake;

/// <summary>
/// What a reporter may see of the own case: the steps in their words, the dialogue, the answer. Nothing of colleagues' names, notes or
/// ministries' contacts.
/// </summary>
public sealed record ReportResponse
{
    public required CaseNumber Zaaknummer { get; init; }

    public required string Titel { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset OntvangenOp { get; init; }

    /// <summary>The five steps with the date on which each was reached; null for what is still to come.</summary>
    public required IReadOnlyList<ReportStep> Stappen { get; init; }

    /// <summary>What happens now, in one sentence.</summary>
    public required string WatNu { get; init; }

    /// <summary>The day before which the next step is due.</summary>
    public DateOnly? Voor { get; init; }

    /// <summary>Whether the reporter has a question to answer.</summary>
    public required bool WachtOpJou { get; init; }

    public required IReadOnlyList<ReportTurn> Dialoog { get; init; }

    /// <summary>When the report was put together with another one, and when it went its own way again.</summary>
    public required IReadOnlyList<ReportNotice> Mededelingen { get; init; }

    public ReportAnswer? Antwoord { get; init; }

    /// <summary>Whether the report can still be withdrawn.</summary>
    public required bool KanIntrekken { get; init; }

    /// <summary>Whether the reporter can still add something.</summary>
    public required bool KanReageren { get; init; }

    public static ReportResponse Of(CaseFile file) => Of(file, main: null);

    /// <summary>The report as its reporter sees it; while it is handled within another case, with the answer of that one.</summary>
    public static ReportResponse Of(CaseFile file, CaseFile? main)
    {
        var state = file.State;
        var answered = main ?? file;
        return new ReportResponse
        {
            Zaaknummer = state.Number,
            Titel = file.Title,
            Status = state.Status.Slug(),
            OntvangenOp = state.ReportedAt,
            Stappen = StepsOf(file),
            WatNu = WhatNow(state),
            Voor = state.IsOpen && state is not { Status: CaseStatus.OutcomeKnown, Dispute: null } ? state.DueOn : null,
            WachtOpJou = state.Status == CaseStatus.WaitingForReporter,
            Dialoog = [.. state.Dialogue.Select(
                t => new ReportTurn(t.By.Role == ActorRole.Reporter ? "jij" : "loket", t.At, file.Text(t.Text) ?? "[gewist]"))],
            Mededelingen = [.. file.Events.Select(NoticeOf).OfType<ReportNotice>()],
            Antwoord = answered.State.Outcome is { } outcome
                ? new ReportAnswer(outcome.Kind.Slug(), outcome.Kind.Label(), outcome.At, answered.Text(outcome.ReporterText))
                : null,
            KanIntrekken = CaseRules.Allows(state, CaseStep.Withdraw),
            KanReageren = CaseRules.Allows(state, CaseStep.ReplyAsReporter),
        };
    }

    internal static IReadOnlyList<ReportStep> StepsOf(CaseFile file)
    {
        DateTimeOffset? First(Func<CaseChange, bool> reached) => file.Events.FirstOrDefault(e => reached(e.What))?.At;
        return
        [
            new("Ontvangen", file.State.ReportedAt),
            new("We zoeken het uit", First(change => change is CaseAssigned { To: not null } or ContextAnalysed)),
            new("Bij ministerie(s)", First(change => change is CaseEscalated)),
            new("Antwoord", file.State.Outcome?.At),
            new("Gedeeld", file.State.Publication?.IsPublic == true ? First(change => change is CasePublished) : null),
        ];
    }

    /// <summary>Names no other case: that is somebody else's.</summary>
    private static ReportNotice? NoticeOf(CaseEvent e) => e.What switch
    {
        CaseMerged => new(e.At, "We behandelen je melding samen met een andere melding over hetzelfde."),
        CaseSplitOff => new(e.At, "We behandelen je melding weer apart."),
        _ => null,
    };

    private static string WhatNow(CaseState state) => state.Status switch
    {
        CaseStatus.Received => "Een analist gaat je melding bekijken.",
        CaseStatus.WaitingForReporter => "We hebben een vraag aan jou. Zodra je antwoordt, gaan we verder.",
        CaseStatus.Analysing or CaseStatus.DraftingStatement or CaseStatus.AwaitingApproval => "We zoeken uit waar de regel vandaan komt.",
        CaseStatus.ReadyToDecide => "We weten hoe het zit en maken het antwoord voor je klaar.",
        CaseStatus.AtMinistries when state.Requests.Length == 1 => "Het ministerie kijkt welke ruimte er is.",
        CaseStatus.AtMinistries => "De ministeries kijken welke ruimte er is.",
        CaseStatus.AnswersIn => "De antwoorden zijn binnen. We maken er één antwoord van voor jou.",
        CaseStatus.OutcomeKnown when state.Dispute is not null => "We bekijken je reactie op de uitkomst.",
        CaseStatus.OutcomeKnown when state.Publication is { IsUnderWay: true, AgreedAt: null } => "Je antwoord is er. Lees ook wat "
            + "we willen delen met anderen.",
        CaseStatus.OutcomeKnown => "Je antwoord is er. Klopt het niet? Laat het ons weten.",
        CaseStatus.Shared => "Je antwoord is er, en de oplossing staat in de bibliotheek.",
        CaseStatus.Merged => "We behandelen je melding samen met een andere melding over hetzelfde.",
        CaseStatus.Withdrawn => "Je hebt deze melding ingetrokken.",
        _ => "Deze melding is afgerond.",
    };
}

/// <summary>One step of the way of a report.</summary>
public sealed record ReportStep(string Stap, DateTimeOffset? Op);

/// <summary>One turn of the dialogue; <c>Van</c> is <c>jij</c> or <c>loket</c>.</summary>
public sealed record ReportTurn(string Van, DateTimeOffset Op, string Tekst);

/// <summary>Something that happened to the report as a whole.</summary>
public sealed record ReportNotice(DateTimeOffset Op, string Tekst);

/// <summary>The answer to the report.</summary>
public sealed record ReportAnswer(string Uitkomst, string Naam, DateTimeOffset Op, string? Tekst);
