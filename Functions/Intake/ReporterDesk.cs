using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Intake;

/// <summary>What a reporter can do with number and code: look, write, withdraw. Whoever lacks the code sees no difference between a wrong code and no case.</summary>
public sealed class ReporterDesk(CaseStore store, CaseDesk desk, WorkingDays workingDays, TimeProvider clock)
{
    private const int MaximumReply = 4000;

    /// <summary>Compared with when there is no case, so that both answers take the same work.</summary>
    private static readonly string NoCode = FollowCode.New().Hash();

    /// <summary>The case, for whoever holds its code; null for everybody else.</summary>
    public async Task<CaseFile?> OpenAsync(string? number, string? code, CancellationToken cancellation)
    {
        if (!CaseNumber.TryParse(number, out var parsedNumber) || !FollowCode.TryParse(code, out var parsedCode))
        {
            return null;
        }

        var file = await store.FindAsync(parsedNumber, cancellation);
        return parsedCode.Matches(file?.State.FollowCodeHash ?? NoCode) ? file : null;
    }

    /// <summary>The case within which this one is handled; null for a case that goes its own way.</summary>
    public async Task<CaseFile?> MainCaseOfAsync(CaseFile file, CancellationToken cancellation) =>
        file.State.MergedInto is { } main ? await store.FindAsync(main, cancellation) : null;

    /// <summary>The reporter writes: an answer to the analyst's question, or something of their own.</summary>
    public Task<CommandResult> ReplyAsync(string? number, string? code, string? text, DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync(number, code, CaseStep.ReplyAsReporter, file =>
        {
            var errors = new Dictionary<string, string>();
            var reply = UserText.Check(text, "tekst", "je bericht", MaximumReply, required: true, errors);
            if (errors.Count > 0)
            {
                return new Decision.Reject(errors);
            }

            var change = new ReporterReplied { DueOn = DueAfterPause(file.State) };
            return new Decision.Append(new NewEvent(Actor.Reporter, change) { Texts = new Dictionary<string, string> { [TextNames.Reply] = reply } });
        }, workflows, cancellation);

    /// <summary>The reporter takes the report back.</summary>
    public Task<CommandResult> WithdrawAsync(string? number, string? code, DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync(number, code, CaseStep.Withdraw, _ => new Decision.Append(new NewEvent(Actor.Reporter, new CaseWithdrawn())), workflows, cancellation);

    private async Task<CommandResult> ActAsync(
        string? number, string? code, CaseStep step, Func<CaseFile, Decision> decide, DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (await OpenAsync(number, code, cancellation) is not { } opened)
        {
            return new CommandResult.NotFound();
        }

        return await desk.ActAsync(
            opened.Number, file => CaseRules.Refusal(file.State, step) is { } refusal ? new Decision.Refuse(refusal) : decide(file), workflows, cancellation);
    }

    /// <summary>The deadline moves by the working days that the clock stood still.</summary>
    private DateOnly? DueAfterPause(CaseState state) => state is { PausedOn: { } paused, DueOn: { } due }
        ? workingDays.Add(due, Math.Max(0, workingDays.Between(paused, WorkingDays.DayOf(clock.GetUtcNow()))))
        : null;
}
