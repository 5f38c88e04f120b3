using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Experiments.Participation;

/// <summary>
/// What an organisation does in its own experiment, let in by the code of its link: read, keep a draft, and write steps,
/// figures and lessons. A wrong, revoked, replaced or expired code gets the same response.
/// </summary>
public sealed class ParticipantService(CaseStore store, ExperimentService experiments, TimeProvider clock)
{
    private const int Attempts = 10;

    private CommandContext Context => new(Actor.Participant, clock.GetUtcNow());

    /// <summary>Returns the experiment that the code opens; null for any other code.</summary>
    public async Task<(CaseFile File, CaseExperiment Experiment)?> OpenAsync(
        ParticipantCode code, CancellationToken cancellation)
    {
        var file = await store.FindAsync(code.Case, cancellation);
        var experiment = file?.State.Experiment(code.Experiment);
        return code.Opens(experiment, Context.Today) ? (file!, experiment!) : null;
    }

    public Task<CommandResult> NoteAsync(
        LogbookSender sender, ExperimentNoteRequest input, DurableTaskClient workflows, CancellationToken cancellation) =>
        experiments.NoteAsync(Context, sender.Code.Case, sender.Code.Experiment, input, workflows, cancellation, sender);

    public Task<CommandResult> MeasureAsync(
        LogbookSender sender, ExperimentMeasureRequest input, DurableTaskClient workflows, CancellationToken cancellation) =>
        experiments.MeasureAsync(Context, sender.Code.Case, sender.Code.Experiment, input, workflows, cancellation, sender);

    public Task<CommandResult> EndAsync(
        LogbookSender sender, ExperimentEndRequest input, DurableTaskClient workflows, CancellationToken cancellation) =>
        experiments.EndAsync(Context, sender.Code.Case, sender.Code.Experiment, input, workflows, cancellation, sender);

    /// <summary>
    /// Keeps what was typed, unless a colleague kept something else since <paramref name="seen"/> was read. What is sent at the
    /// same time stays as it was kept until the event is there, so that a request that comes twice keeps no words that were sent.
    /// </summary>
    /// <param name="code">The code of the link.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="sent">The fields that are sent at the same time; none where only the draft is kept.</param>
    /// <param name="seen">The version that its writer read; 0 for none, null for whatever is there.</param>
    /// <param name="cancellation">The cancellation token.</param>
    /// <exception cref="InvalidOperationException">Every attempt met a conflict.</exception>
    public async Task<DraftKeeping> KeepAsync(
        ParticipantCode code, LogbookDraft typed, IReadOnlyCollection<string> sent, long? seen, CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        CitizenServiceNumbers.Refuse(typed.Fields!, errors);
        if (errors.Any)
        {
            return new DraftKeeping.Invalid(errors.All);
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await OpenAsync(code, cancellation) is not var (file, _))
            {
                return new DraftKeeping.Kept(null);
            }

            var participant = file.Held.Participants.GetValueOrDefault(code.Experiment) ?? new ExperimentParticipant();
            var draft = typed.WithUnsent(sent, participant.Draft);
            if (participant.Draft is { } same ? same.SaysTheSameAs(draft) : draft.Fields.Count == 0)
            {
                return new DraftKeeping.Kept(participant.Draft);
            }

            if (seen is not null && participant.Draft is { } newer && newer.Version != seen)
            {
                return new DraftKeeping.Outdated(newer);
            }

            var kept = draft.Fields.Count > 0 ? draft : null;
            if (await store.ChangePrivateAsync(
                file, held => held.WithParticipant(code.Experiment, participant with { Draft = kept }), cancellation))
            {
                return new DraftKeeping.Kept(kept);
            }
        }

        throw new InvalidOperationException($"The draft of an experiment of case {code.Case} could not be kept.");
    }
}
