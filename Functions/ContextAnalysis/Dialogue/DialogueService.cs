using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.ContextAnalysis.Dialogue;

/// <summary>
/// Executes messages to the reporter without a question, and the closing of a case that the reporter never answered.
/// </summary>
public sealed class DialogueService(CaseService cases, DialogueSchedule schedule)
{
    public const int MaximumMessage = 4_000;
    public const int MaximumReason = 1_000;

    /// <summary>Writes to the reporter; the clock keeps running.</summary>
    public Task<CommandResult> WriteAsync(CommandContext context, CaseNumber number, string? text, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var message = errors.Text("tekst", text, "je bericht", MaximumMessage, required: true);
        return cases.ActAsync(number, Decide, workflows, cancellation);

        Decision Decide(CaseFile file) =>
            WhyNotWrite(file.State, context.Today) is { } refusal ? new Decision.Refuse(refusal)
            : errors.Any ? new Decision.Reject(errors.All)
            : Append(context.By, new ReporterWrittenTo(), TextNames.Reply, message);
    }

    /// <summary>
    /// Closes a case whose reporter did not answer in time, with a reason that is shown to the reporter.
    /// </summary>
    public Task<CommandResult> CloseAsync(
        CommandContext context, CaseNumber number, string? reason, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var text = errors.Text("reden", reason, "de reden", MaximumReason, required: true);
        return cases.ActAsync(number, Decide, workflows, cancellation);

        Decision Decide(CaseFile file) =>
            WhyNotClose(file.State, context.Today) is { } refusal ? new Decision.Refuse(refusal)
            : errors.Any ? new Decision.Reject(errors.All)
            : Append(context.By, new CaseClosedUnanswered(), TextNames.Reason, text);
    }

    /// <summary>Returns why the desk cannot write to the reporter; null when it can.</summary>
    public static string? WhyNotWrite(CaseState state, DateOnly today) =>
        CaseRules.Refusal(state, CaseStep.WriteToReporter)
            ?? (state.LastDayToWrite < today
                ? $"De zaak is afgerond. Je kon de melder schrijven tot en met {DutchDates.Long(state.LastDayToWrite.Value)}." : null);

    /// <summary>Returns why a case cannot be closed for lack of an answer; null when it can.</summary>
    public string? WhyNotClose(CaseState state, DateOnly today) =>
        CaseRules.Refusal(state, CaseStep.CloseUnanswered)
            ?? (schedule.ClosableFrom(state) is { } from && today < from
                    ? $"Sluiten kan vanaf {DutchDates.Long(from)}. De melder krijgt {DialogueSchedule.ClosableAfter} werkdagen om te "
                        + "antwoorden."
                : state.MergedCases.Length > 0 ? "Bij deze zaak zijn andere meldingen gevoegd. Maak die eerst los." : null);

    private static Decision.Append Append(Actor by, CaseChange what, string name, string text) =>
        new(new NewEvent(by, what) { Texts = new Dictionary<string, string> { [name] = text } });
}
