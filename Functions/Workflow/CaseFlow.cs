using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.ContextAnalysis.CaseLinks;
using RegelLoket.ContextAnalysis.CaseLinks.Mails;
using RegelLoket.ContextAnalysis.Dialogue;
using RegelLoket.ContextAnalysis.Splitting;
using RegelLoket.ContextAnalysis.Suggestions;
using RegelLoket.Notifications;
using RegelLoket.Outcome;

namespace RegelLoket.Workflow;

/// <summary>
/// The flow of a case as pure functions: the mails after an event, the system's own events, and when to check again.
/// The orchestration only calls it. <see cref="WorkflowMark"/> decides which events concern the workflow.
/// </summary>
public sealed class CaseFlow(CurrentSuggestions suggestions, DialogueSchedule dialogue, WorkingDays days, StepTerms terms)
{
    private const string WhyReopened =
        "We vroegen aan jou en aan anderen of de uitkomst merkbaar is. De meesten die antwoordden, merken er niets van. "
        + "Daarom kijken we opnieuw naar deze zaak.";

    /// <summary>
    /// Returns the mails that follow from one event, addressed to the people at the time of that event: a restarted
    /// workflow handles all events again and must not send old news to new people.
    /// </summary>
    public static IEnumerable<PlannedMail> MailsFor(CaseEvent e, CaseFile file)
    {
        var mailsReporter = ReporterMails.IsMailedAbout(e, file);
        PlannedMail Mail(MailKind kind, Recipient to, string key) =>
            new() { Case = file.Number, Kind = kind, To = to, Key = $"{key}.{e.Number}", Event = e.Number };
        IEnumerable<int> Followers() =>
            file.Private.Followers.Keys.Order().Where(place => file.State.FollowerAt(place)?.At <= e.At);
        IEnumerable<PlannedMail> News() =>
            Followers().Select(place => Mail(MailKind.NewsToFollower, Recipient.Following(place), $"news.{place}"));
        return e.What switch
        {
            CaseReported { SplitFrom: null } when mailsReporter => [Mail(MailKind.Receipt, Recipient.Reporter, "receipt")],
            ReporterAsked when mailsReporter => [Mail(MailKind.QuestionToReporter, Recipient.Reporter, "question")],
            ReporterWrittenTo when mailsReporter => [Mail(MailKind.MessageToReporter, Recipient.Reporter, "written")],
            CaseClosedUnanswered when mailsReporter => [Mail(MailKind.ClosedUnanswered, Recipient.Reporter, "unanswered")],
            ReporterSilent => [Mail(MailKind.ReporterSilent, Recipient.Handler, "silent")],
            OutcomeDetermined => [.. mailsReporter ? [Mail(MailKind.OutcomeToReporter, Recipient.Reporter, "outcome")]
                : Array.Empty<PlannedMail>(), .. News(), .. OutcomeForMerged(e, file), .. MinistryFlow.OutcomeMails(e, file)],
            DisputeSettled or CaseReopened when mailsReporter => [Mail(MailKind.ReplyToReporter, Recipient.Reporter, "reply")],
            PublicationDrafted when mailsReporter => [Mail(MailKind.PublicationToReporter, Recipient.Reporter, "publication")],
            CasePublished published =>
            [
                .. mailsReporter && file.Events.First(earlier => earlier.What is CasePublished).Number == e.Number
                    ? [Mail(MailKind.SharedWithSector, Recipient.Reporter, "shared")] : Array.Empty<PlannedMail>(),
                .. published.Version > 1 ? News() : [],
            ],
            OutcomeDisputed or PublicationObjected or EffectAnswered { DueOn: not null } =>
                [Mail(MailKind.ReporterReacted, Recipient.Analyst(file.State.Handler, file.State.HandlerId), "reacted")],
            ReporterReplied when MergeRules.WrittenWithin(file).Any(written => written.Number == e.Number) =>
                [WrittenFor(e, file)],
            ReporterReplied when DialogueSchedule.IsNotifiedAtOnce(e, file) => [DialogueSchedule.Notice(e, file)],
            OtherCaseMerged merged => StandingOutcomeFor(merged.Other, e, file),
            ReportSplit or ReportSplitUndone or MailRecorded when mailsReporter => SplitMailPlan.After(e, file),
            CaseMerged when mailsReporter => [Mail(MailKind.MergedToReporter, Recipient.Reporter, "merged")],
            CaseSplitOff when mailsReporter => [Mail(MailKind.SplitOffToReporter, Recipient.Reporter, "split")],
            NewDayPromised promised => [.. mailsReporter ? [Mail(MailKind.NewDayToReporter, Recipient.Reporter, "newday")]
                : Array.Empty<PlannedMail>(), .. NewDayForMerged(promised, e, file)],
            EffectAsked =>
            [
                .. mailsReporter ? [Mail(MailKind.EffectQuestion, Recipient.Reporter, "effect")] : Array.Empty<PlannedMail>(),
                .. Followers().Select(place => Mail(MailKind.EffectQuestion, Recipient.Following(place), $"effect.{place}")),
            ],
            _ => [],
        };
    }

    /// <summary>
    /// Returns the mail about the outcome to the reporter of a merged case, under its own number. The reporter of a part
    /// that was merged with its own report gets it once, from here.
    /// </summary>
    private static IEnumerable<PlannedMail> OutcomeForMerged(CaseEvent e, CaseFile file) =>
        MergedBefore(e, file).Select(other => OutcomeFor(other, e.Number, file));

    /// <summary>Returns the mail about a new day to the reporter of a merged case, whose page names that day.</summary>
    private static IEnumerable<PlannedMail> NewDayForMerged(NewDayPromised promised, CaseEvent e, CaseFile file) =>
        MergedBefore(e, file).Select(other => new PlannedMail
        {
            Case = other,
            Kind = MailKind.NewDayOfMainCase,
            To = Recipient.Reporter,
            Key = NewDayOfMainCaseMail.KeyOf(file.Number, e.Number, promised.Until),
            NotAfter = WorkingDays.StartOf(promised.Until),
        });

    /// <summary>
    /// Returns the cases of other reporters that were merged into this one by then: one of each report, however many of
    /// its parts were merged, since they have one reporter.
    /// </summary>
    private static IEnumerable<CaseNumber> MergedBefore(CaseEvent e, CaseFile file) =>
        from other in file.State.MergedCases
        where !file.State.IsOfSameReport(other) && file.Events.Any(
            earlier => earlier.Number < e.Number && earlier.What is OtherCaseMerged merged && merged.Other == other)
        group other by file.State.ReportOf(other) into parts
        select parts.First();

    /// <summary>Returns the mail about the current outcome to the reporter of a case that was merged later.</summary>
    private static IEnumerable<PlannedMail> StandingOutcomeFor(CaseNumber other, CaseEvent e, CaseFile file) =>
        file.State.MergedCases.Contains(other)
        && file.State.Outcome is { Kind: not OutcomeKind.Ingetrokken } standing && standing.Number < e.Number
            ? [OutcomeFor(other, standing.Number, file)] : [];

    private static PlannedMail OutcomeFor(CaseNumber other, int outcome, CaseFile file) => new()
    {
        Case = other,
        Kind = MailKind.OutcomeOfMainCase,
        To = Recipient.Reporter,
        Key = $"outcome.{file.Number.Value}.{outcome}",
    };

    /// <summary>Returns the mail to the main case's handler about a message of a merged case's reporter.</summary>
    private static PlannedMail WrittenFor(CaseEvent e, CaseFile file) => new()
    {
        Case = file.State.MergedInto!.Value,
        Kind = MailKind.MergedReporterWrote,
        To = Recipient.Handler,
        Key = $"wrote.{file.Number.Value}.{e.Number}",
    };

    /// <summary>Returns the next event that the system itself must append now; null when there is none.</summary>
    public NewEvent? SystemEvent(CaseFile file, DateTimeOffset now)
    {
        var today = WorkingDays.DayOf(now);
        return file.State is { Status: CaseStatus.Received, Suggestion: null } ? new NewEvent(Actor.System, Suggest(file))
            : dialogue.IsSilent(file.State, today) ? new NewEvent(Actor.System, new ReporterSilent())
            : EffectTally.Reopens(file.State) ? Reopened(file.State, days.Add(today, terms.Objection))
            : AfterOutcome.EffectToAsk(file.State, today) is { } moment ? new NewEvent(Actor.System, new EffectAsked(moment))
            : AfterOutcome.MayClose(file.State, today) && IsNotified(file) ? new NewEvent(Actor.System, new CaseClosed())
            : Promises.Renewal(file.State, now, days, terms) is { } later ? new NewEvent(Actor.System, later)
            : null;
    }

    /// <summary>Returns the event by which the desk itself reopens a case of which most notice nothing.</summary>
    private static NewEvent Reopened(CaseState state, DateOnly dueOn)
    {
        var tally = EffectTally.Of(state);
        return new NewEvent(Actor.System, new CaseReopened
        {
            DueOn = dueOn,
            Answers = tally.Answers,
            NotNoticed = tally.NotNoticed,
        })
        { Texts = new Dictionary<string, string> { [TextNames.Reply] = WhyReopened } };
    }

    /// <summary>
    /// Whether the reporter was notified of the outcome, as the mail's state shows; only then does the term count.
    /// </summary>
    private static bool IsNotified(CaseFile file) =>
        file.State.Outcome is not { } outcome || !ReporterMails.IsStillToBeNotified(file, outcome.Number, outcome.Mail);

    /// <summary>Returns the suggestion on the report with its version; no decision or mail depends on it.</summary>
    private ContextSuggested Suggest(CaseFile file)
    {
        var suggestion = suggestions.Engine.Suggest(ReportTexts.Of(file));
        return new ContextSuggested
        {
            EngineVersion = suggestion.Version,
            Ministries = [.. suggestion.Ministries.Select(m => m.Value)],
            NoneOfThree = suggestion.NoneOfThree,
            Rules = [.. suggestion.Rules.Select(r => r.Value.Id)],
            ExecutiveBody = suggestion.ExecutiveBody?.Id,
        };
    }

    /// <summary>Returns the mails of the calendar that are due.</summary>
    public IEnumerable<PlannedMail> MailsDue(CaseFile file, DateTimeOffset now) => dialogue.MailsDue(file, now);

    /// <summary>Returns when to check again if nothing happens before; null for never.</summary>
    public DateTimeOffset? WakeAt(CaseFile file, DateTimeOffset now) =>
        new[] { NextMoment(file.State, now), dialogue.NextMoment(file, now) }.Min();

    /// <summary>Whether nothing is left to do; a handler may still need a notice of a message to a case that is over.</summary>
    public static bool HasEnded(CaseFile file, DateTimeOffset now) =>
        file.State.HasRunItsCourse && DialogueSchedule.NextNotice(file, now) is null;

    /// <summary>Returns the next moment at which the system has something to do; null when there is none left.</summary>
    public static DateTimeOffset? NextMoment(CaseState state, DateTimeOffset now)
    {
        DateTimeOffset? next = AfterOutcome.NextDay(state, WorkingDays.DayOf(now)) is { } day
            ? WorkingDays.StartOf(day) : null;
        return Promises.EndOf(state) is { } end && end > now && !(next < end) ? end : next;
    }
}
