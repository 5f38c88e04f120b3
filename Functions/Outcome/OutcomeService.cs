using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Outcome;

/// <summary>Determines outcomes, records the reporter's reactions and reopens cases, for page and API.</summary>
public sealed class OutcomeService(
    CaseService cases, IKnownLaws laws, WorkingDays calendar, StepTerms terms, TimeProvider clock)
{
    private const int TextLength = 5000;

    public DateOnly Today => WorkingDays.DayOf(clock.GetUtcNow());

    /// <summary>
    /// The last day on which the reporter may dispute an outcome that is determined today; the desk has the same term
    /// to answer.
    /// </summary>
    public DateOnly DisputeBefore => TermFrom(Today);

    /// <summary>Determines the outcome of a case, with the reporter's text and the parts of its template.</summary>
    public Task<CommandResult> DetermineAsync(
        CommandContext context, CaseNumber number, OutcomeRequest input, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        cases.ActAsync(number, file =>
        {
            var errors = new FieldErrors();
            var decided = WithId(OutcomeCheck.Check(context, input, TermFrom(context.Today), errors));
            return decided is null ? new Decision.Reject(errors.All)
                : CaseRules.Refusal(file.State, CaseStep.DetermineOutcome) is { } refusal ? new Decision.Refuse(refusal)
                : new Decision.Append(decided);
        }, workflows, cancellation);

    private NewEvent? WithId(NewEvent? decided) => decided is { What: OutcomeDetermined { Rule: { } rule } what }
        ? decided with { What = what with { Rule = laws.WithId(rule) } } : decided;

    /// <summary>Records that the reporter disputes the outcome: once, within the term.</summary>
    public Task<CommandResult> DisputeAsync(FollowedCase followed, string? reason, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        cases.ActAsync(followed.File.Number, file =>
        {
            var errors = new FieldErrors();
            var text = errors.Required("toelichting", reason, TextLength, "Schrijf op wat er niet klopt.");
            CitizenServiceNumbers.Refuse([new("toelichting", text)], errors);
            return errors.Any ? new Decision.Reject(errors.All)
                : AfterOutcome.WhyNotDispute(file.State, Today) is { } refusal ? new Decision.Refuse(refusal)
                : new Decision.Append(new NewEvent(Actor.Reporter, new OutcomeDisputed { DueOn = DisputeBefore })
                {
                    Texts = new Dictionary<string, string> { [TextNames.Reason] = text },
                });
        }, workflows, cancellation);

    /// <summary>Answers the reporter and keeps the outcome.</summary>
    public Task<CommandResult> SettleAsync(
        CommandContext context, CaseNumber number, string? reply, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        ReplyAsync(context, number, reply, file => file.State.Dispute is null ? "Er is geen bezwaar om op te antwoorden."
            : null, new DisputeSettled { DueOn = TermFrom(context.Today) }, workflows, cancellation);

    /// <summary>Reopens the case, with a message to the reporter.</summary>
    public Task<CommandResult> ReopenAsync(
        CommandContext context, CaseNumber number, string? reply, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        ReplyAsync(context, number, reply, file => CaseRules.Refusal(file.State, CaseStep.Reopen),
            new CaseReopened { DueOn = TermFrom(context.Today) }, workflows, cancellation);

    /// <summary>
    /// Records whether the reporter, or an organisation that joined, notices the outcome. Each can answer each moment
    /// once; an organisation has no words to add.
    /// </summary>
    public Task<CommandResult> AnswerEffectAsync(
        FollowedCase followed, EffectMoment moment, EffectNoticed? noticed, string? explanation, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        cases.ActAsync(
            followed.File.Number, file => AnswerEffect(file, moment, followed.Follower, noticed, explanation), workflows,
            cancellation);

    /// <summary>Records the same from the mailed link, which opens that question and nothing else.</summary>
    public Task<CommandResult> AnswerEffectAsync(EffectLink link, EffectNoticed? noticed, string? explanation,
        DurableTaskClient workflows, CancellationToken cancellation) =>
        cases.ActAsync(link.Number, file => AnswerEffect(file, link.Moment, link.Follower, noticed, explanation), workflows,
            cancellation);

    private DateOnly TermFrom(DateOnly day) => calendar.Add(day, terms.Objection);

    private Decision AnswerEffect(
        CaseFile file, EffectMoment moment, int? follower, EffectNoticed? noticed, string? explanation)
    {
        var errors = new FieldErrors();
        errors.AddWhen(noticed is null, "merkbaar", "Kies of je er iets van merkt.");
        var text = errors.Optional("toelichting", explanation, TextLength);
        CitizenServiceNumbers.Refuse([new("toelichting", text)], errors);
        return errors.Any ? new Decision.Reject(errors.All)
            : AfterOutcome.WhyNotAnswer(file.State, moment, Today, follower) is { } refusal ? new Decision.Refuse(refusal)
            : follower is { } place ? new Decision.Append(new NewEvent(
                Actor.Reporter,
                new FollowerEffectAnswered { Follower = place, Moment = moment, Noticed = noticed!.Value }))
            : new Decision.Append(new NewEvent(Actor.Reporter, new EffectAnswered
            {
                Moment = moment,
                Noticed = noticed!.Value,
                DueOn = noticed == EffectNoticed.No ? DisputeBefore : null,
            })
            {
                Texts = text is null ? new Dictionary<string, string>()
                : new Dictionary<string, string> { [TextNames.Explanation] = text }
            });
    }

    private Task<CommandResult> ReplyAsync(
        CommandContext context, CaseNumber number, string? reply, Func<CaseFile, string?> refusalOf,
        CaseChange change, DurableTaskClient workflows, CancellationToken cancellation) =>
        cases.ActAsync(number, file =>
        {
            var errors = new FieldErrors();
            var text = errors.Required("tekst", reply, TextLength, "Schrijf een antwoord aan de melder.");
            return errors.Any ? new Decision.Reject(errors.All)
                : refusalOf(file) is { } refusal ? new Decision.Refuse(refusal)
                : new Decision.Append(new NewEvent(context.By, change)
                {
                    Texts = new Dictionary<string, string> { [TextNames.Reply] = text },
                });
        }, workflows, cancellation);
}
