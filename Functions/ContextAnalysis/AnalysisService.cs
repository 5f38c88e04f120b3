using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis;

/// <summary>
/// Executes the analyst's commands before the problem is stated: assign, analyse, ask the reporter, add notes.
/// </summary>
public sealed class AnalysisService(CaseService cases, IKnownLaws laws, WorkingDays workingDays, StepTerms terms)
{
    public const int MaximumName = 100;
    public const int MaximumText = 10_000;
    public const int MaximumQuestion = 2_000;
    public const int MaximumReason = 1_000;

    /// <summary>Assigns the case to the caller, to a colleague, or to nobody.</summary>
    public Task<CommandResult> AssignAsync(
        CommandContext context, CaseNumber number, AssignCase command, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var to = TextSanitizer.CleanLine(command.To) is { Length: > 0 } name ? name : null;
        var colleague = new Actor(
            ActorRole.Analyst, to ?? "", command.ToId ?? (Actor.IsSameName(to, context.By.Name) ? context.By.Id : null));
        return cases.ActAsync(number, file => Decide(file.State), workflows, cancellation);

        Decision Decide(CaseState state)
        {
            if (CaseRules.Refusal(state, CaseStep.Assign) is { } refusal)
            {
                return new Decision.Refuse(refusal);
            }

            if (to is null ? state.Handler is null : state.IsHandledBy(colleague))
            {
                return new Decision.AlreadyDone();
            }

            var errors = new FieldErrors();
            errors.Text("behandelaar", to, "de naam", MaximumName);
            var isLost = state.Handler is not null && !colleague.IsSamePerson(context.By);
            var reason = errors.Text("reden", command.Reason, "de reden", MaximumReason, required: isLost);
            return errors.Any ? new Decision.Reject(errors.All)
                : Append(
                    context.By, new CaseAssigned { From = state.Handler, To = to, ToId = colleague.Id },
                    (TextNames.Reason, reason));
        }
    }

    /// <summary>Records the context analysis, or replaces it; an identical one changes nothing.</summary>
    public Task<CommandResult> AnalyseContextAsync(CommandContext context, CaseNumber number, AnalyseContext command,
        DurableTaskClient workflows, CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var explanation = errors.Text("toelichting", command.Explanation, "de toelichting", MaximumText, required: true);
        var read = AnalysisFields.Read(command, context.Today, workingDays.Add(context.Today, terms.Statement), errors);
        var found = read with { Rules = [.. read.Rules.Select(laws.WithId)] };
        return cases.ActAsync(number, Decide, workflows, cancellation);

        Decision Decide(CaseFile file) =>
            CaseRules.Refusal(file.State, CaseStep.AnalyseContext) is { } refusal ? new Decision.Refuse(refusal)
            : errors.Any ? new Decision.Reject(errors.All)
            : IsSame(file) ? new Decision.AlreadyDone()
            : Append(context.By, found with { Themes = NewThemes(file) }, (TextNames.Explanation, explanation));

        IReadOnlyList<Theme>? NewThemes(CaseFile file) =>
            found.Themes is { } themes && !themes.ToHashSet().SetEquals(file.State.Themes) ? themes : null;

        bool IsSame(CaseFile file) => file.State.Context is { } known
            && NewThemes(file) is null && known.Source == found.Source && known.Expected == found.Expected
            && known.ExecutiveBodies.SequenceEqual(found.AllBodies)
            && known.Rules.SequenceEqual(found.Rules) && known.Ministries.SequenceEqual(found.Ministries)
                && file.Text(known.Explanation) == explanation;
    }

    /// <summary>Asks the reporter a question; the clock of the case is paused until the reply.</summary>
    public Task<CommandResult> AskReporterAsync(CommandContext context, CaseNumber number, AskReporter command,
        DurableTaskClient workflows, CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var question = errors.Text("vraag", command.Question, "je vraag", MaximumQuestion, required: true);
        return cases.ActAsync(number, Decide, workflows, cancellation);

        Decision Decide(CaseFile file) =>
            CaseRules.Refusal(file.State, CaseStep.AskReporter) is { } refusal ? new Decision.Refuse(refusal)
            : errors.Any ? new Decision.Reject(errors.All)
            : Append(context.By, new ReporterAsked(), (TextNames.Question, question));
    }

    /// <summary>
    /// Continues without the reporter's reply; the deadline moves by the working days for which the clock was paused.
    /// </summary>
    public Task<CommandResult> GoOnWithoutReplyAsync(CommandContext context, CaseNumber number, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        return cases.ActAsync(number, file => Decide(file.State), workflows, cancellation);

        Decision Decide(CaseState state)
        {
            if (state is not { Status: CaseStatus.WaitingForReporter, PausedOn: { } paused })
            {
                return new Decision.Refuse("De zaak wacht niet op de melder.");
            }

            DateOnly? dueOn = state.DueOn is { } due
                ? workingDays.Add(due, Math.Max(0, workingDays.Between(paused, context.Today))) : null;
            return Append(context.By, new ReporterNotAwaited
            {
                DueOn = dueOn,
                NewsBefore = Promises.AfterPause(state, context.Today, workingDays, terms),
            });
        }
    }

    /// <summary>Marks the reporter's messages as read and handled.</summary>
    public Task<CommandResult> ReadReporterAsync(CommandContext context, CaseNumber number, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        cases.ActAsync(
            number, file => file.State.UnreadSince is null ? new Decision.AlreadyDone()
                : Append(context.By, new ReporterMessageRead()),
            workflows, cancellation);

    /// <summary>Adds a note that is shown to colleagues only.</summary>
    public Task<CommandResult> AddNoteAsync(
        CommandContext context, CaseNumber number, AddNote command, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var text = errors.Text("tekst", command.Text, "je notitie", MaximumText, required: true);
        return cases.ActAsync(
            number, _ => errors.Any ? new Decision.Reject(errors.All)
                : Append(context.By, new NoteAdded(), (TextNames.Note, text)),
            workflows, cancellation);
    }

    private static Decision.Append Append(Actor by, CaseChange what, params (string Name, string Text)[] texts) =>
        new(new NewEvent(by, what) { Texts = texts.Where(t => t.Text.Length > 0).ToDictionary(t => t.Name, t => t.Text) });
}
