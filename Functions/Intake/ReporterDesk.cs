using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Intake.Protection;

namespace RegelLoket.Intake;

/// <summary>A case in the eyes of whoever follows it.</summary>
/// <param name="File">The case.</param>
/// <param name="Follower">The place of an organisation that joined; null for the reporter.</param>
public sealed record Followed(CaseFile File, int? Follower)
{
    public FollowNumber Number => new(File.Number, Follower);
}

/// <summary>What a reporter can do with number and code: look, write, withdraw. Whoever lacks the code sees no difference between a wrong code and no case.</summary>
public sealed class ReporterDesk(CaseStore store, CaseDesk desk, WorkingDays workingDays, TimeProvider clock)
{
    private const int MaximumReply = 4000;

    /// <summary>No refusal comes sooner than this.</summary>
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(150);

    /// <summary>Compared with when there is no case, so that both answers take the same work.</summary>
    private static readonly string NoCode = FollowCode.New().Hash();

    /// <summary>The case, for the reporter who holds its code; null for everybody else.</summary>
    public async Task<CaseFile?> OpenAsync(string? number, string? code, CancellationToken cancellation) =>
        await FollowAsync(number, code, cancellation) is { Follower: null } followed ? followed.File : null;

    /// <summary>The case, for the reporter or for an organisation that joined it; null for everybody else. What is there or not, the work is the same.</summary>
    public async Task<Followed?> FollowAsync(string? number, string? code, CancellationToken cancellation)
    {
        if (!FollowNumber.TryParse(number, out var parsedNumber) || !FollowCode.TryParse(code, out var parsedCode))
        {
            return null;
        }

        // Reading an existing case takes a little longer than finding nothing: a refusal waits until that no longer shows.
        var leastWait = Task.Delay(LeastWait, cancellation);
        var file = await store.FindAsync(parsedNumber.Case, cancellation);
        var hash = parsedNumber.Follower is { } place ? file?.State.FollowerAt(place)?.FollowCodeHash : file?.State.FollowCodeHash;
        if (parsedCode.Matches(hash ?? NoCode))
        {
            return new Followed(file!, parsedNumber.Follower);
        }

        await leastWait;
        return null;
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
            CitizenServiceNumbers.Refuse([new("tekst", reply)], errors);
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
