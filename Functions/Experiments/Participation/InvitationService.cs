using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Experiments.Participation;

/// <summary>
/// The desk's side of an organisation that writes in its experiment itself: give it a link, revoke that, and read what it
/// wrote. Page and API call the same methods.
/// </summary>
public sealed class InvitationService(
    CaseService cases, ExperimentMails mails, ProtectedSecrets secrets, ExperimentOptions options,
    ILogger<InvitationService> logger)
{
    private const int NameLength = 200;

    /// <summary>Mails a link to the contact; an earlier link stops working.</summary>
    public async Task<CommandResult> InviteAsync(
        CommandContext context, CaseNumber number, int experiment, InvitationRequest input, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var result = await ActAsync(number, experiment, (_, x) =>
        {
            var errors = new FieldErrors();
            var name = errors.Line("naam", input.Name, "de naam", NameLength);
            if (!errors.TryEmail("email", input.Email, out var email) || errors.Any)
            {
                return new Decision.Reject(errors.All);
            }

            if (x.EndedAt is not null)
            {
                return new Decision.Refuse("Dit experiment is al afgerond. Een link is niet meer nodig.");
            }

            var code = ParticipantCode.New(number, experiment);
            return new Decision.Append(
                new NewEvent(context.By, new ExperimentInvited
                {
                    Experiment = experiment,
                    LinkHash = code.Hash(),
                    ExpiresOn = context.Today.AddDays(options.LinkDays),
                }),
                held => held
                    .WithParticipant(experiment, new ExperimentParticipant
                    {
                        Name = name.Length > 0 ? name : null,
                        Email = email,
                        Draft = held.Participants.GetValueOrDefault(experiment)?.Draft,
                    })
                    .WithSecret(ProtectedSecrets.ExperimentLinkOf(experiment), secrets.Protect(code.ToString())));
        }, workflows, cancellation);
        if (result is CommandResult.Done done)
        {
            await FollowUp.RunAsync(
                logger, $"The link to an experiment of case {number}", () => mails.SendAsync(done.Case, CancellationToken.None));
        }

        return result;
    }

    /// <summary>Revokes the link and deletes the contact, who is not needed without it, with what was typed and not sent.</summary>
    public Task<CommandResult> RevokeAsync(
        CommandContext context, CaseNumber number, int experiment, DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync(number, experiment, (_, x) => x.LinkHash is null ? new Decision.AlreadyDone()
            : new Decision.Append(
                new NewEvent(context.By, new ExperimentLinkRevoked(experiment)),
                held => held.WithParticipant(experiment, participant: null)
                    .WithoutSecret(ProtectedSecrets.ExperimentLinkOf(experiment))), workflows, cancellation);

    /// <summary>Records that a colleague read what the organisation wrote, as far as they saw it.</summary>
    public Task<CommandResult> ReadAsync(
        CommandContext context, CaseNumber number, int experiment, DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync(number, experiment, (file, x) =>
        {
            var seen = CommandRequest.SeenIn(file);
            return x.ReadUpTo(seen).Unread.Length == x.Unread.Length ? new Decision.AlreadyDone()
                : new Decision.Append(new NewEvent(context.By, new ExperimentRead(experiment) { Seen = seen }));
        }, workflows, cancellation);

    private Task<CommandResult> ActAsync(
        CaseNumber number, int experiment, Func<CaseFile, CaseExperiment, Decision> decide, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        cases.ActAsync(number, file => file.State.Experiment(experiment) is { } x ? decide(file, x) : new Decision.Hide(), workflows,
            cancellation);
}
