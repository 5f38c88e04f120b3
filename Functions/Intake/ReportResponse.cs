using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>
/// The reporter's view of the case: the steps in plain words, the dialogue, the answer. It excludes colleagues' names,
/// notes and ministries' contacts.
/// </summary>
public sealed record ReportResponse
{
    /// <summary>The name of the step that most reports skip.</summary>
    internal const string AtMinistries = "Bij ministerie(s)";

    private const string NotRight = "Klopt het niet? Laat het ons weten.";
    private const string WriteToUs = "Stuur ons een bericht: wie de beide meldingen behandelt, leest het.";
    private const string Shared = "Je antwoord is er, en de oplossing staat in de bibliotheek.";
    private const string Finished = "Deze melding is afgerond.";

    [JsonPropertyName("zaaknummer")]
    public required CaseNumber Number { get; init; }

    [JsonPropertyName("titel")]
    public required string Title { get; init; }

    [JsonPropertyName("status")]
    public required string Status { get; init; }

    [JsonPropertyName("ontvangenOp")]
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The five steps with the date on which each was reached; null for a step to come.</summary>
    [JsonPropertyName("stappen")]
    public required IReadOnlyList<ReportStep> Steps { get; init; }

    /// <summary>The current step in one sentence.</summary>
    [JsonPropertyName("watNu")]
    public required string WhatNow { get; init; }

    /// <summary>The last day on which the reporter hears something; null when none was promised, or it has passed.</summary>
    [JsonPropertyName("voor")]
    public DateOnly? NewsBefore { get; init; }

    /// <summary>The reason why it takes longer than the reporter was promised; null when it does not.</summary>
    [JsonPropertyName("vertraging")]
    public string? Delay { get; init; }

    /// <summary>Whether the reporter has a question to answer.</summary>
    [JsonPropertyName("wachtOpJou")]
    public required bool WaitsForYou { get; init; }

    /// <summary>The report, in the reporter's own words; without what was erased.</summary>
    [JsonPropertyName("gemeld")]
    public required IReadOnlyList<NamedTextResponse> Reported { get; init; }

    /// <summary>All that reporter and desk wrote to each other, objections too.</summary>
    [JsonPropertyName("dialoog")]
    public required IReadOnlyList<ReportTurn> Dialogue { get; init; }

    /// <summary>The moments at which the report was merged or split, and when that was undone.</summary>
    [JsonPropertyName("mededelingen")]
    public required IReadOnlyList<ReportNotice> Notices { get; init; }

    /// <summary>The parts of a split report, this one among them; empty for a report that is one case.</summary>
    [JsonPropertyName("delen")]
    public IReadOnlyList<ReportPart> Parts { get; init; } = [];

    /// <summary>The reason why the report was split, as the desk wrote it.</summary>
    [JsonPropertyName("waaromGesplitst")]
    public string? WhySplit { get; init; }

    [JsonPropertyName("antwoord")]
    public ReportAnswer? Answer { get; init; }

    /// <summary>Whether the report can still be withdrawn.</summary>
    [JsonPropertyName("kanIntrekken")]
    public required bool CanWithdraw { get; init; }

    /// <summary>Whether the reporter can still add something.</summary>
    [JsonPropertyName("kanReageren")]
    public required bool CanReply { get; init; }

    /// <summary>Returns the report as shown to its reporter on a day.</summary>
    /// <param name="file">The case.</param>
    /// <param name="main">The main case, whose answer and day are shown; null when the case is not merged.</param>
    /// <param name="today">The day.</param>
    public static ReportResponse Of(CaseFile file, CaseFile? main, DateOnly today)
    {
        var state = file.State;
        var promised = state.OpenPromise ?? main?.State.OpenPromise;
        var answered = main is { State.Outcome.Kind: not OutcomeKind.Ingetrokken } ? main : file;
        return new ReportResponse
        {
            Number = state.Number,
            Title = file.Title,
            Status = state.Status.Slug(),
            ReceivedAt = state.ReportedAt,
            Steps = StepsOf(file, answered),
            WhatNow = WhatHappens(state, isAnsweredByMain: answered != file, today),
            NewsBefore = promised is { } promise && promise.Until >= today ? promise.Until : null,
            Delay = promised is not { } told ? null
                : told.Until < today ? "We zijn later dan we zeiden. Je krijgt zo snel mogelijk een nieuwe datum."
                : told.Because?.Label(),
            WaitsForYou = state.Status == CaseStatus.WaitingForReporter,
            Reported = [.. ReportFields.Texts.Where(field => field.TextName != TextNames.Title)
                .Select(field => (field.Label, Text: file.ReportedInAll(field.TextName!))).Where(part => part.Text is not null)
                .Select(part => new NamedTextResponse(part.Label, part.Text!))],
            Dialogue = ReportTurn.Of(file),
            Notices = [.. file.Events.Select(NoticeOf).OfType<ReportNotice>()],
            Answer = answered.State.Outcome is { } outcome
                ? new ReportAnswer(outcome.Kind.Slug(), outcome.Kind.Label(), outcome.At, answered.Text(outcome.ReporterText))
                : null,
            CanWithdraw = CaseRules.Allows(state, CaseStep.Withdraw),
            CanReply = CaseRules.Allows(state, CaseStep.ReplyAsReporter),
        };
    }

    internal static IReadOnlyList<ReportStep> StepsOf(CaseFile file) => StepsOf(file, file);

    private static IReadOnlyList<ReportStep> StepsOf(CaseFile file, CaseFile answered)
    {
        DateTimeOffset? First(Func<CaseChange, bool> reached) => file.Events.FirstOrDefault(e => reached(e.What))?.At;
        return
        [
            new("Ontvangen", file.State.ReportedAt),
            new("We zoeken het uit", First(change => change is CaseAssigned { To: not null } or ContextAnalysed)),
            new(AtMinistries, First(change => change is CaseEscalated)),
            new("Antwoord", answered.State.Outcome?.At),
            new("Gedeeld", file.State.Publication?.IsPublic == true ? First(change => change is CasePublished) : null),
        ];
    }

    /// <summary>Returns the notice of an event. It names no other case, which belongs to another reporter.</summary>
    private static ReportNotice? NoticeOf(CaseEvent e) => e.What switch
    {
        CaseMerged => new(e.At, "We behandelen je melding samen met een andere melding over hetzelfde."),
        CaseSplitOff => new(e.At, "We behandelen je melding weer apart."),
        ReportSplit split => new(e.At, $"We behandelen je melding als {split.Parts.Count + 1} vragen."),
        ReportSplitUndone => new(e.At, "We behandelen je melding weer in één keer."),
        NewDayPromised promised => new(e.At, $"Je kreeg een nieuwe datum. {promised.Because.Label()}"),
        _ => null,
    };

    private static string WhatHappens(CaseState state, bool isAnsweredByMain, DateOnly today) => state.Status switch
    {
        CaseStatus.Received => "Een analist gaat je melding bekijken.",
        CaseStatus.WaitingForReporter => "We hebben een vraag aan jou. Zodra je antwoordt, gaan we verder.",
        CaseStatus.Analysing or CaseStatus.DraftingStatement or CaseStatus.AwaitingApproval =>
            "We zoeken uit waar de regel vandaan komt.",
        CaseStatus.ReadyToDecide => "We weten hoe het zit en maken het antwoord voor je klaar.",
        CaseStatus.AtMinistries when state.Requests.Length == 1 => "Het ministerie kijkt welke ruimte er is.",
        CaseStatus.AtMinistries => "De ministeries kijken welke ruimte er is.",
        CaseStatus.AnswersIn => "De antwoorden zijn binnen. We maken er één antwoord van voor jou.",
        CaseStatus.OutcomeKnown when state.Dispute is not null => "We bekijken je reactie op de uitkomst.",
        CaseStatus.OutcomeKnown when state.Publication is { IsUnderWay: true, AgreedAt: null } text
            && today <= text.ObjectBefore => "Je antwoord is er. Lees ook wat "
            + "we willen delen met anderen.",
        CaseStatus.OutcomeKnown when state.MayBeDisputed(today) => $"Je antwoord is er. {NotRight}",
        CaseStatus.OutcomeKnown =>
            "Je antwoord is er. De termijn om te zeggen dat het niet klopt, is voorbij. Je kunt ons nog wel een "
            + "bericht sturen.",
        CaseStatus.Shared when state.MayBeDisputed(today) => $"{Shared} {NotRight}",
        CaseStatus.Shared => Shared,
        CaseStatus.Merged when isAnsweredByMain => "Je antwoord is er. We behandelden je melding samen met een andere "
            + $"melding over hetzelfde. Klopt het niet voor jou? {WriteToUs}",
        CaseStatus.Merged =>
            $"We behandelen je melding samen met een andere melding over hetzelfde. Wil je iets toevoegen? {WriteToUs}",
        CaseStatus.TakenBack => "We behandelen dit toch samen met de rest van je melding. Hier gebeurt niets meer.",
        CaseStatus.Withdrawn => "Je hebt deze melding ingetrokken.",
        CaseStatus.Closed when state.Outcome is null =>
            "We hebben deze melding gesloten, omdat we geen antwoord van je kregen. Wil je "
            + "toch verder? Stuur ons een bericht.",
        _ when state.MayBeDisputed(today) => $"{Finished} {NotRight}",
        _ => Finished,
    };
}
