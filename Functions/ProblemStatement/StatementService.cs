using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.ProblemStatement;

/// <summary>Handles versions of the problem statement and their review by a second analyst.</summary>
public sealed class StatementService(CaseService cases, WorkingDays workingDays, StepTerms terms)
{
    public const int MaximumText = 10_000;
    public const int MaximumPart = 4_000;
    public const int MaximumReason = 1_000;

    /// <summary>Writes the next version; the same text as the newest one changes nothing.</summary>
    public Task<CommandResult> WriteAsync(
        CommandContext context, CaseNumber number, WriteStatement command, DurableTaskClient workflows,
        CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var texts = TextsOf(command, errors);
        return cases.ActAsync(number, Decide, workflows, cancellation);

        Decision Decide(CaseFile file)
        {
            if (CaseRules.Refusal(file.State, CaseStep.WriteStatement) is { } refusal)
            {
                return new Decision.Refuse(refusal);
            }

            if (errors.Any)
            {
                return new Decision.Reject(errors.All);
            }

            return file.State is { Status: not CaseStatus.DraftingStatement, Statements: [.., var newest] }
                && file.Text(newest.Text) == texts[TextNames.Statement]
                ? new Decision.AlreadyDone()
                : new Decision.Append(new NewEvent(context.By, new StatementWritten
                {
                    Version = file.State.Statements.Length + 1,
                    DueOn = workingDays.Add(context.Today, terms.Approval),
                })
                { Texts = texts });
        }
    }

    /// <summary>Approves the newest version; its author may not.</summary>
    public Task<CommandResult> ApproveAsync(CommandContext context, CaseNumber number, ApproveStatement command,
        DurableTaskClient workflows, CancellationToken cancellation) =>
        cases.ActAsync(
            number,
            file => IsApproved(file.State, command.Version) ? new Decision.AlreadyDone()
                : Refusal(context.By, file.State, command.Version)
                ?? new Decision.Append(new NewEvent(context.By, new StatementApproved
                {
                    Version = command.Version!.Value,
                    DueOn = workingDays.Add(context.Today, terms.Decision),
                })),
            workflows,
            cancellation);

    /// <summary>Returns the newest version to its author, with the reason.</summary>
    public Task<CommandResult> ReturnAsync(CommandContext context, CaseNumber number, ReturnStatement command,
        DurableTaskClient workflows, CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var reason = errors.Text("reden", command.Reason, "de reden", MaximumReason, required: true);
        return cases.ActAsync(number, Decide, workflows, cancellation);

        Decision Decide(CaseFile file) =>
            Refusal(context.By, file.State, command.Version)
            ?? (errors.Any ? new Decision.Reject(errors.All)
                : new Decision.Append(new NewEvent(context.By, new StatementReturned
                {
                    Version = command.Version!.Value,
                    DueOn = workingDays.Add(context.Today, terms.Statement),
                })
                { Texts = new Dictionary<string, string> { [TextNames.Reason] = reason } }));
    }

    /// <summary>Whether this person may review the newest version: everybody but its author.</summary>
    public static bool MayJudge(Actor person, CaseState state) =>
        state.Statements is [.., var newest] && !newest.By.IsSamePerson(person);

    private static Decision? Refusal(Actor by, CaseState state, int? version) =>
        CaseRules.Refusal(state, CaseStep.ApproveStatement) is { } refusal ? new Decision.Refuse(refusal)
        : version is null ? new Decision.Reject("versie", "Noem de versie die je hebt gelezen.")
        : version != state.Statements[^1].Version
            ? new Decision.Refuse($"Er is een nieuwere versie: {state.Statements[^1].Version}. Lees die eerst.")
        : !MayJudge(by, state)
            ? new Decision.Refuse("Een tweede analist beoordeelt de probleemstelling. Jij schreef deze versie zelf.")
        : null;

    private static bool IsApproved(CaseState state, int? version) =>
        version is not null && state.ApprovedVersion == version && state.Statements[^1].Version == version;

    private static Dictionary<string, string> TextsOf(WriteStatement command, FieldErrors errors)
    {
        var parts = StatementParts.All
            .Select(part => (part, Text: errors.Text(
                part.Key, command.Parts.GetValueOrDefault(part.Key), $"het deel '{part.Title}'", MaximumPart)))
            .Where(entry => entry.Text.Length > 0)
            .ToDictionary(entry => entry.part, entry => entry.Text);
        if (parts.Count == 0)
        {
            return new()
            {
                [TextNames.Statement] = errors.Text("tekst", command.Text, "de probleemstelling", MaximumText, required: true)
            };
        }

        foreach (var missing in StatementParts.All.Where(part => !parts.ContainsKey(part) && !errors.Has(part.Key)))
        {
            errors.Add(missing.Key, $"Vul het deel '{missing.Title}' in.");
        }

        var texts = parts.ToDictionary(entry => entry.Key.TextName, entry => entry.Value);
        texts[TextNames.Statement] = StatementParts.Compose(parts.ToDictionary(entry => entry.Key.Key, entry => entry.Value));
        return texts;
    }
}
