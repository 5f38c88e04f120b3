using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Experiments.Participation;
using RegelLoket.Storage;

namespace RegelLoket.Experiments;

/// <summary>
/// Action learning on a case that left room: an organisation starts, goes through the phases, measures and ends, and
/// its lessons are published after a review by a second analyst. Page and API call the same methods; a repeated request
/// is handled once.
/// </summary>
public sealed class ExperimentService(CaseService cases, IPublishedExperiments published)
{
    /// <summary>The maximum number of notes and measurements together, of one experiment in a day, and in all.</summary>
    internal const int MostEntriesADay = 50;
    internal const int MostEntries = 500;

    private const int MostExperiments = 50;
    private const string AlreadyOver = "Dit experiment is al afgerond.";

    public Task<CommandResult> StartAsync(
        CommandContext context, CaseNumber number, ExperimentRequest input, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        cases.ActAsync(number, file =>
        {
            var errors = new FieldErrors();
            var started = ExperimentCheck.Start(context.By, file.State, input, errors);
            return started is null ? new Decision.Reject(errors.All)
                : WhyNotStart(file.State) is { } refusal ? new Decision.Refuse(refusal)
                : file.State.Experiments is [.., var last]
                && file.Text(last.Organisation) == started.Texts[TextNames.Organisation]
                    && file.Text(last.Question) == started.Texts[TextNames.Question]
                    ? new Decision.AlreadyDone()
                : new Decision.Append(started);
        }, workflows, cancellation);

    /// <summary>Adds a note on a phase. The phases so far decide which can come now, and in which round.</summary>
    public Task<CommandResult> NoteAsync(
        CommandContext context, CaseNumber number, int experiment, ExperimentNoteRequest input,
        DurableTaskClient workflows, CancellationToken cancellation, LogbookSender? sender = null) =>
        ActAsync(context, number, experiment, sender, (file, x, errors) => x.EndedAt is not null
            ? new Decision.Refuse(AlreadyOver)
            : x.Notes is [.., var last] && last.Phase == input.Phase
                && (last.By == context.By || last.By.IsSamePerson(context.By))
                && file.Text(last.Text) == TextSanitizer.Clean(input.Note) ? new Decision.AlreadyDone()
            : TooManyEntries(file, x, context.Now) is { } refusal ? new Decision.Refuse(refusal)
            : AppendOrNull(ExperimentCheck.Note(context.By, x, input, errors), x, sender), workflows, cancellation);

    /// <summary>Adds figures, before the first round or after one; also after the end of the experiment.</summary>
    public Task<CommandResult> MeasureAsync(
        CommandContext context, CaseNumber number, int experiment, ExperimentMeasureRequest input,
        DurableTaskClient workflows, CancellationToken cancellation, LogbookSender? sender = null) =>
        ActAsync(context, number, experiment, sender, (file, x, errors) =>
            input.Round is { } round && input.All.Any(f => f.Value is not null)
                && input.All.All(f => f.Value is not { } value
                    || x.Measures.Any(m => m.Round == round && m.Kind == f.Kind && m.Value == value))
                    ? new Decision.AlreadyDone()
            : TooManyEntries(file, x, context.Now) is { } refusal ? new Decision.Refuse(refusal)
            : AppendOrNull(ExperimentCheck.Measure(context.By, x, input, errors), x, sender), workflows, cancellation);

    public Task<CommandResult> EndAsync(CommandContext context, CaseNumber number, int experiment, ExperimentEndRequest input,
        DurableTaskClient workflows, CancellationToken cancellation, LogbookSender? sender = null) =>
        ActAsync(context, number, experiment, sender, (file, x, errors) =>
        {
            if (x.EndedAt is not null)
            {
                return x.Result == input.Result && file.Text(x.Lessons) == TextSanitizer.Clean(input.Lessons)
                    ? new Decision.AlreadyDone() : new Decision.Refuse(AlreadyOver);
            }

            if (x.Notes.IsEmpty)
            {
                return new Decision.Refuse("Schrijf eerst op wat er is gedaan.");
            }

            if (sender is { Sent.Count: > 0 })
            {
                LogbookFields.RefuseUnsent(file.Private.Participants.GetValueOrDefault(x.Number)?.Draft, errors);
            }

            // No mail goes out after the end, so that nothing needs the code; the link itself opens what was written.
            return AppendOrNull(ExperimentCheck.End(context.By, x, input, errors), x, sender) is { } append
                ? append with
                {
                    ChangePrivate = held => (append.ChangePrivate?.Invoke(held) ?? held)
                    .WithoutSecret(ProtectedSecrets.ExperimentLinkOf(x.Number))
                }
                : null;
        }, workflows, cancellation);

    /// <summary>
    /// Writes a version of the text for the public; only colleagues see it until it is published. An experiment can be
    /// shared while it runs, and again with its result.
    /// </summary>
    public Task<CommandResult> DraftAsync(
        CommandContext context, CaseNumber number, int experiment, ExperimentTextRequest input,
        DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync(context, number, experiment, sender: null, (file, x, errors) => x.Notes.IsEmpty
            ? new Decision.Refuse("Er is nog niets gedaan om over te vertellen. Schrijf eerst een stap op.")
            : x is { AwaitsText: false, WithdrawnAt: null, HasNewerFigures: false, Draft: { } draft }
                && file.Text(draft.Text(TextNames.PublicTitle)) == TextSanitizer.CleanLine(input.Title)
                && file.Text(draft.Text(TextNames.PublicProblem)) == TextSanitizer.Clean(input.Question)
                    && file.Text(draft.Text(TextNames.PublicSolution)) == TextSanitizer.Clean(input.WhatWasDone)
                && file.Text(draft.Text(TextNames.PublicLessons)) == TextSanitizer.Clean(input.Lessons)
                ? new Decision.AlreadyDone()
            : AppendOrNull(ExperimentCheck.Draft(context.By, file, x, input, errors), x, sender: null), workflows, cancellation);

    /// <summary>Publishes the newest version after a review by a second analyst, who cannot be its author.</summary>
    public async Task<CommandResult> ShareAsync(CommandContext context, CaseNumber number, int experiment, int? version,
        DurableTaskClient workflows, CancellationToken cancellation)
    {
        var result = await ActAsync(context, number, experiment, sender: null, (file, x, errors) =>
        {
            if (x.Draft is not { } draft || x.WithdrawnAt is not null)
            {
                return new Decision.Refuse("Er is nog geen tekst om te delen.");
            }

            if (version != draft.Version && DraftOf(file, experiment, version) is { } read)
            {
                return new Decision.Refuse($"Je las versie {version}. De nieuwste is versie {draft.Version}. Lees die eerst.")
                {
                    Unseen = file.Events[draft.EventNumber - 1],
                    Read = read,
                };
            }

            errors.AddWhen(version != draft.Version, "versie", $"De nieuwste versie is {draft.Version}. Lees die eerst.");
            return errors.Any ? null
                : x.Shared == draft ? new Decision.AlreadyDone()
                : draft.By.IsSamePerson(context.By)
                ? new Decision.Refuse("Een tweede analist deelt de tekst, niet degene die hem schreef.")
                : new Decision.Append(
                    new NewEvent(context.By, new ExperimentShared { Experiment = x.Number, Version = draft.Version }));
        }, workflows, cancellation);
        return await FollowAsync(result);
    }

    /// <summary>
    /// Removes the experiment from the library. Its address returns 410 until a new version is published; a waiting
    /// draft is kept. An experiment that ended and was not shared yet will not be shared, unless a new text is written.
    /// </summary>
    public async Task<CommandResult> WithdrawAsync(CommandContext context, CaseNumber number, int experiment, string? reason,
        DurableTaskClient workflows, CancellationToken cancellation)
    {
        var result = await ActAsync(context, number, experiment, sender: null, (_, x, errors) =>
        {
            var text = errors.Required("reden", reason, ExperimentCheck.NoteLength, "Schrijf op waarom de tekst weg moet.");
            return errors.Any ? null
                : x.WithdrawnAt is not null ? new Decision.AlreadyDone()
                : x is { Shared: null, EndedAt: null } ? new Decision.Refuse("Dit experiment is niet gedeeld.")
                : new Decision.Append(new NewEvent(
                    context.By, new ExperimentWithdrawn
                    {
                        Experiment = x.Number,
                        KeepsDraft = x.Shared is not null && x.Draft != x.Shared,
                        NeverShared = x.Shared is null,
                    })
                { Texts = new Dictionary<string, string> { [TextNames.Reason] = text } });
        }, workflows, cancellation);
        return await FollowAsync(result);
    }

    /// <summary>Returns why no experiment can start now, as a sentence for people; null when one can.</summary>
    public static string? WhyNotStart(CaseState state) =>
        state.Outcome is not { } outcome ? "Een experiment kan als de zaak een uitkomst heeft."
        : !outcome.Kind.LeavesRoom() ? $"De uitkomst is '{outcome.Kind.Label()}'. Dan is er geen ruimte om uit te proberen."
        : state.Experiments.Length >= MostExperiments ? "Bij deze zaak horen al te veel experimenten."
        : null;

    /// <summary>
    /// Returns why nothing can be added to the logbook now; null when it can. The limit is well above what a trial needs, and keeps
    /// room in the stream for the rest of the case.
    /// </summary>
    internal static string? TooManyEntries(CaseFile file, CaseExperiment x, DateTimeOffset now)
    {
        var entries = file.Events.Where(e => e.What is ExperimentNoted noted ? noted.Experiment == x.Number
            : e.What is ExperimentMeasured measured && measured.Experiment == x.Number).ToList();
        return entries.Count >= MostEntries
            ? $"In dit logboek staan al {MostEntries} stappen en metingen. Meer kunnen er niet bij. Bel of mail ons als er nog "
                + "iets in moet."
            : entries.Count(e => e.At > now.AddDays(-1)) >= MostEntriesADay
                ? $"In dit logboek kwamen in een dag al {MostEntriesADay} stappen en metingen. Morgen kun je weer schrijven."
            : null;
    }

    private static CaseEvent? DraftOf(CaseFile file, int experiment, int? version) => file.Events.LastOrDefault(
        e => e.What is ExperimentDrafted drafted && drafted.Experiment == experiment && drafted.Version == version);

    /// <summary>Appends an event, and forgets what the organisation had typed for it.</summary>
    private static Decision.Append? AppendOrNull(NewEvent? e, CaseExperiment x, LogbookSender? sender) => e is null ? null
        : sender is not { Sent.Count: > 0 } ? new Decision.Append(e)
        : new Decision.Append(e, held => held.Participants.GetValueOrDefault(x.Number) is { Draft: { } draft } participant
            ? held.WithParticipant(x.Number, participant with { Draft = draft.Without(sender.Sent) }) : held);

    /// <summary>
    /// Decides on one experiment of a case; a null decision means that the errors have the reason. An organisation is let
    /// in by the code of its link as the case knows it at that moment.
    /// </summary>
    private Task<CommandResult> ActAsync(
        CommandContext context, CaseNumber number, int experiment, LogbookSender? sender,
        Func<CaseFile, CaseExperiment, FieldErrors, Decision?> decide, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        cases.ActAsync(number, file =>
        {
            if (file.State.Experiment(experiment) is not { } x
                || (sender is not null && !sender.Code.Opens(x, context.Today)))
            {
                return new Decision.Hide();
            }

            var errors = new FieldErrors();
            return decide(file, x, errors) ?? new Decision.Reject(errors.All);
        }, workflows, cancellation);

    private async Task<CommandResult> FollowAsync(CommandResult result)
    {
        if (result is CommandResult.Done done)
        {
            await published.FollowAsync(done.Case);
        }

        return result;
    }
}
