using RegelLoket.Cases;

namespace RegelLoket.Outcome;

/// <summary>
/// Decides what is due after the outcome: closing, and the questions on its effect. Pure, so that the workflow can call
/// it at any time and replay.
/// </summary>
public static class AfterOutcome
{
    /// <summary>The number of days for which a question on the effect is open.</summary>
    public const int AnswerDays = 60;

    /// <summary>
    /// Whether the system may close the case on a day: the term is over, nobody disputes the outcome, and it was shared
    /// with the sector or a colleague decided not to.
    /// </summary>
    public static bool MayClose(CaseState state, DateOnly today) =>
        state is { Status: CaseStatus.OutcomeKnown, Dispute: null, Outcome.DisputeBefore: { } before } && today > before
        && state.IsSharingSettled;

    /// <summary>
    /// Returns the question on the effect to ask today: the newest one that is due and was not asked. A missed older
    /// one is skipped.
    /// </summary>
    public static EffectMoment? EffectToAsk(CaseState state, DateOnly today) =>
        EffectQuestions(state).Due(WorkingDays.StartOf(today)).FirstOrDefault()?.What;

    /// <summary>
    /// Returns the question that the reporter, or an organisation that joined, can answer today; null when there is none.
    /// </summary>
    public static EffectMeasure? OpenQuestion(CaseState state, DateOnly today, int? follower = null) =>
        state.Effects.MaxBy(asked => asked.Moment) is { } newest && WhyNotAnswer(state, newest.Moment, today, follower) is null
            ? newest : null;

    /// <summary>Returns the day on which a question on the effect is due.</summary>
    public static DateOnly DueOn(CaseOutcome outcome, EffectMoment moment) =>
        WorkingDays.DayOf(outcome.At).AddMonths(moment == EffectMoment.ThreeMonths ? 3 : 6);

    /// <summary>Returns the next day on which the system itself has something to do; null when there is none.</summary>
    public static DateOnly? NextDay(CaseState state, DateOnly today)
    {
        var days = EffectQuestions(state).Select(question => WorkingDays.DayOf(question.At))
            .Concat(state is { Status: CaseStatus.OutcomeKnown, Outcome.DisputeBefore: { } before } ? [before.AddDays(1)] : [])
            .Concat(state.Outcome is { Kind: not OutcomeKind.Ingetrokken }
                && state.Publication is { IsUnderWay: true, ApprovedAt: not null } publication
                ? [publication.ObjectBefore.AddDays(1)] : [])
            .Where(day => day > today).ToList();
        return days.Count == 0 ? null : days.Min();
    }

    /// <summary>Returns the questions on the effect that are still to be asked.</summary>
    private static IEnumerable<Reminder<EffectMoment>> EffectQuestions(CaseState state) =>
        state.Outcome is not { Kind: not OutcomeKind.Ingetrokken } outcome ? []
        : EnumNames.All<EffectMoment>().Where(moment => state.Effects.All(asked => asked.Moment < moment))
            .Select(moment => new Reminder<EffectMoment>(WorkingDays.StartOf(DueOn(outcome, moment)), moment, GivesWay: true));

    /// <summary>Returns why the reporter cannot dispute the outcome; null when that is possible.</summary>
    public static string? WhyNotDispute(CaseState state, DateOnly today) =>
        CaseRules.Refusal(state, CaseStep.ObjectToOutcome) is { } refusal ? refusal
        : state.Dispute is not null ? "We hebben je reactie al. Je krijgt daar antwoord op."
        : !state.MayBeDisputed(today) ? "De termijn om te reageren is voorbij. Je kunt wel een "
            + "nieuwe melding doen."
        : null;

    /// <summary>Returns the last day for answering a question on the effect that was asked at a moment.</summary>
    public static DateOnly AnswerBefore(DateTimeOffset askedAt) => WorkingDays.DayOf(askedAt).AddDays(AnswerDays);

    /// <summary>Returns why a question on the effect cannot be answered; null when it can.</summary>
    /// <param name="state">The case.</param>
    /// <param name="moment">The moment that the question is about.</param>
    /// <param name="today">The day.</param>
    /// <param name="follower">The place of an organisation that joined; null for the reporter.</param>
    public static string? WhyNotAnswer(CaseState state, EffectMoment moment, DateOnly today, int? follower = null) =>
        CaseRules.Refusal(state, CaseStep.MeasureEffect) is { } refusal ? refusal
        : state.Effects.FirstOrDefault(m => m.Moment == moment) is not { } asked ? "Deze vraag is nog niet gesteld."
        : follower is { } place && !(state.FollowerAt(place)?.At <= asked.AskedAt) ? "Deze vraag is niet aan jou gesteld."
        : IsAnswered(state, asked, follower) ? "Je hebt deze vraag al beantwoord. Dank je wel."
        : today > AnswerBefore(asked.AskedAt) ? "Deze vraag staat niet meer open. Wil je ons toch iets vertellen? Open je "
            + "melding en stuur daar een bericht."
        : null;

    private static bool IsAnswered(CaseState state, EffectMeasure asked, int? follower) => follower is null
        ? asked.AnsweredAt is not null
        : state.FollowerEffects.Any(effect => effect.Follower == follower && effect.Moment == asked.Moment);
}
