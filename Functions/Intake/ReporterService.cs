using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>The reporter's actions with number and code: view, reply, withdraw.</summary>
public sealed class ReporterService(FollowedCases followed, SplitViews views, CaseService service, WorkingDays workingDays,
    StepTerms terms, ILogger<ReporterService> log)
{
    private const int MaximumReply = 4000;

    /// <summary>
    /// The maximum number of messages in a day: far more than a conversation needs, and far fewer than a stream of
    /// events can hold.
    /// </summary>
    internal const int MostRepliesADay = 30;
    internal const int MostReplies = 500;

    /// <inheritdoc cref="SplitViews.OfAsync"/>
    public Task<ReportResponse> ViewOfAsync(CaseFile file, CancellationToken cancellation) => views.OfAsync(file, cancellation);

    /// <summary>Adds a message of the reporter: an answer to the analyst's question, or an unasked one.</summary>
    public Task<CommandResult> ReplyAsync(CommandContext context, string? number, string? code, string? text,
        DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync(number, code, CaseStep.ReplyAsReporter, file =>
        {
            var errors = new FieldErrors();
            var reply = errors.Text("tekst", text, "je bericht", MaximumReply, required: true);
            CitizenServiceNumbers.Refuse([new("tekst", reply)], errors);
            if (errors.Any)
            {
                return new Decision.Reject(errors.All);
            }

            if (TooManyReplies(file, context.Now) is { } refusal)
            {
                return new Decision.Refuse(refusal);
            }

            var change = new ReporterReplied
            {
                DueOn = DueAfterPause(file.State, context.Today),
                NewsBefore = Promises.AfterPause(file.State, context.Today, workingDays, terms),
            };
            return new Decision.Append(
                new NewEvent(context.By, change) { Texts = new Dictionary<string, string> { [TextNames.Reply] = reply } });
        }, workflows, cancellation);

    /// <summary>The reporter says by the API that what the desk wrote was read.</summary>
    public async Task<CommandResult> ReadAsync(
        CommandContext context, string? number, string? code, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        await followed.OpenOwnAsync(number, code, cancellation) is not { } own ? new CommandResult.NotFound()
        : await service.ActAsync(own.File.Number, file => file.State.UnreadByReporterSince is null ? new Decision.AlreadyDone()
            : new Decision.Append(new NewEvent(context.By, new DeskMessageRead())), workflows, cancellation);

    /// <summary>
    /// The reporter has the page before her, with all that the desk wrote until then; a message that came since stays
    /// unread. That this cannot be kept now never takes the page away.
    /// </summary>
    public Task HasReadAsync(CaseFile shown, CancellationToken cancellation) => shown.State.UnreadByReporterSince is null
        ? Task.CompletedTask
        : FollowUp.RunAsync(log, $"That the reporter of case {shown.Number} read", () => service.ActAsSystemAsync(
            shown.Number, minimumVersion: null,
            file => file.State.UnreadByReporterSince is null
                || file.State.Dialogue.Length > shown.State.Dialogue.Length ? null
                : new NewEvent(Actor.Reporter, new DeskMessageRead()), cancellation));

    /// <summary>The reason why the reporter cannot write more now; null when that is possible.</summary>
    internal static string? TooManyReplies(CaseFile file, DateTimeOffset now)
    {
        var replies = file.Events.Where(e => e.What is ReporterReplied).ToList();
        return replies.Count >= MostReplies ? "Bij deze melding kunnen geen berichten meer bij. Bel of mail ons als je nog "
                + "iets wilt zeggen."
            : replies.Count(e => e.At > now.AddDays(-1)) >= MostRepliesADay
                ? $"Je stuurde in een dag al {MostRepliesADay} berichten. Morgen kun je weer schrijven."
            : null;
    }

    /// <summary>Withdraws the report.</summary>
    public Task<CommandResult> WithdrawAsync(CommandContext context, string? number, string? code, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        ActAsync(
            number, code, CaseStep.Withdraw, _ => new Decision.Append(new NewEvent(context.By, new CaseWithdrawn())),
            workflows,
            cancellation);

    private async Task<CommandResult> ActAsync(
        string? number, string? code, CaseStep step, Func<CaseFile, Decision> decide, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        if (await followed.OpenOwnAsync(number, code, cancellation) is not { } own)
        {
            return new CommandResult.NotFound();
        }

        return await service.ActAsync(
            own.File.Number, file => CaseRules.Refusal(file.State, step) is { } refusal ? new Decision.Refuse(refusal)
                : decide(file), workflows, cancellation);
    }

    /// <summary>
    /// Returns the deadline, moved by the working days of the pause. The days after a merge are left out, since
    /// splitting off sets a new deadline.
    /// </summary>
    private DateOnly? DueAfterPause(CaseState state, DateOnly today) => state is { PausedOn: { } paused, DueOn: { } due }
        ? workingDays.Add(due, Math.Max(0, workingDays.Between(paused, state.MergedOn ?? today)))
        : null;
}
