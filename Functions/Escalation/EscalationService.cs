using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Storage;

namespace RegelLoket.Escalation;

/// <summary>
/// Executes the analyst's commands towards ministries: ask, answer, decide on more time, explain contradicting answers.
/// </summary>
public sealed class EscalationService(
    CaseService service, ContactBook contacts, ProtectedSecrets secrets, WorkingDays workingDays,
    EscalationOptions options, AskedRules rules)
{
    private const int MaximumText = 4000;
    private const int MaximumLine = 300;

    /// <summary>
    /// The name of a ministry's link in <see cref="PrivateCase.Secrets"/>, stored for the reminders while the question
    /// is open.
    /// </summary>
    public static string LinkOf(Ministry ministry) => $"link.{ministry.Slug()}";

    /// <summary>Asks one or more ministries, each with a question and a term of its own.</summary>
    public async Task<CommandResult> EscalateAsync(CommandContext context, CaseNumber number, EscalationRequest command,
        DurableTaskClient workflows, CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var questions = await CheckAsync(context.Today, command, errors, cancellation);
        return await service.ActAsync(number, file =>
        {
            if (CaseRules.Refusal(file.State, CaseStep.Escalate) is { } refusal)
            {
                return new Decision.Refuse(refusal);
            }

            if (file.State.ApprovedVersion is null)
            {
                return new Decision.Refuse("Een tweede analist keurt eerst de probleemstelling goed.");
            }

            if (questions.FirstOrDefault(q => file.State.RequestTo(q.Ministry) is { HasEnded: false }) is { } asked)
            {
                return new Decision.Refuse($"Er ligt al een vraag bij {asked.Ministry.Label()}. Wacht op het antwoord.");
            }

            // Kept apart from the errors of the command, since the analysis may be another at the next attempt.
            var all = errors.All.ToDictionary();
            foreach (var (i, question) in questions.Index())
            {
                if (AskedRules.Wrong(file.State, question) is { } wrong)
                {
                    all.TryAdd($"ministeries[{i}].overRegels", $"Regel {wrong} staat niet in de contextanalyse.");
                }

                if (question.Files?.Any(id => file.State.Attachment(id) is null) is true)
                {
                    all.TryAdd($"ministeries[{i}].bijlagen", "Een bestand dat je koos, is er niet meer. Kies opnieuw.");
                }
            }

            return all.Count > 0 ? new Decision.Reject(all) : Escalated(context, file, questions);
        }, workflows, cancellation);
    }

    /// <summary>Returns the errors of an escalation by field name, without executing it.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CheckAsync(CommandContext context, EscalationRequest command,
        CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        await CheckAsync(context.Today, command, errors, cancellation);
        return errors.All;
    }

    /// <summary>
    /// Answers a ministry's question to the desk; its deadline moves by the working days for which the clock was
    /// paused.
    /// </summary>
    public Task<CommandResult> AnswerAsync(CommandContext context, CaseNumber number, MinistryAnswerRequest command,
        DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync(number, command.Ministry, (file, request) =>
        {
            var errors = new FieldErrors();
            var text = errors.Text("tekst", command.Text, "je antwoord", MaximumText, required: true);
            if (errors.Any)
            {
                return new Decision.Reject(errors.All);
            }

            return request is not { Status: RequestStatus.AskedBack, PausedOn: not null }
                ? new Decision.Refuse($"{command.Ministry.Label()} heeft nu geen vraag aan jou.")
                : Append(context.By, new AnalystAnsweredMinistry(
                    command.Ministry, workingDays.AfterPause(request, context.Today)),
                    TextNames.Reply, text);
        }, workflows, cancellation);

    /// <summary>Grants or refuses the time that a ministry asked for; refusing gives the working days of the decision.</summary>
    public Task<CommandResult> DecideMoreTimeAsync(CommandContext context, CaseNumber number, MoreTimeDecisionRequest command,
        DurableTaskClient workflows, CancellationToken cancellation) =>
        ActAsync(number, command.Ministry, (file, request) =>
        {
            if (request.MoreTimeUntil is not { } until)
            {
                return new Decision.Refuse($"{command.Ministry.Label()} heeft nu niet om meer tijd gevraagd.");
            }

            // The ministry gets the working days of the decision in any case; granting its own day never gives it less.
            var own = workingDays.AfterOurMove(request, context.Today);
            var asked = workingDays.OnOrAfter(command.ReplyBefore ?? until);
            var replyBefore = !command.Granted || (command.ReplyBefore is null && asked < own) ? own : asked;
            return command.Granted && DayFault(replyBefore, context.Today) is { } fault
                ? new Decision.Reject("reactieVoor", fault)
                : new Decision.Append(
                    new NewEvent(context.By, new MoreTimeDecided(command.Ministry, command.Granted, replyBefore)));
        }, workflows, cancellation);

    /// <summary>Records how contradicting answers fit together, in one line.</summary>
    public Task<CommandResult> ExplainContradictionAsync(
        CommandContext context, CaseNumber number, ContradictionRequest command, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        service.ActAsync(number, file =>
        {
            if (Contradictions.Of(file.State).Count == 0)
            {
                return new Decision.Refuse("De antwoorden van de ministeries spreken elkaar niet tegen.");
            }

            var errors = new FieldErrors();
            var text = errors.Text("toelichting", command.Explanation, "de toelichting", MaximumLine, required: true);
            return errors.Any ? new Decision.Reject(errors.All)
                : Append(context.By, new ContradictionExplained(), TextNames.Note, text);
        }, workflows, cancellation);

    private Task<CommandResult> ActAsync(
        CaseNumber number, Ministry ministry, Func<CaseFile, MinistryRequest, Decision> decide, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        service.ActAsync(number, file =>
            CaseRules.Refusal(file.State, CaseStep.ReplyToMinistry) is { } refusal ? new Decision.Refuse(refusal)
            : file.State.RequestTo(ministry) is not { HasEnded: false } request
                ? new Decision.Refuse($"Er ligt nu geen vraag bij {ministry.Label()}.")
            : decide(file, request), workflows, cancellation);

    private async Task<IReadOnlyList<MinistryQuestion>> CheckAsync(
        DateOnly today, EscalationRequest command, FieldErrors errors, CancellationToken cancellation)
    {
        var questions = new List<MinistryQuestion>();
        foreach (var (i, given) in command.Ministries.Index())
        {
            var text = errors.Text($"ministeries[{i}].vraag", given.Question, $"de vraag aan {given.Ministry.Label()}",
                Question.MaximumLength, required: true);
            if (Question.Words(text) is > Question.MaximumWords and var words)
            {
                errors.Add($"ministeries[{i}].vraag", $"Maak de vraag aan {given.Ministry.Label()} korter: hoogstens "
                    + $"{Question.MaximumWords} woorden, nu {words}.");
            }

            if (given.ReplyBefore is { } day && DayFault(day, today) is { } fault)
            {
                errors.Add($"ministeries[{i}].reactieVoor", fault);
            }

            if (questions.Any(q => q.Ministry == given.Ministry))
            {
                errors.Add($"ministeries[{i}].ministerie", $"{given.Ministry.Label()} staat er twee keer in.");
            }

            var term = (await contacts.OfAsync(given.Ministry, cancellation)).AnswerTerm;
            questions.Add(given with
            {
                Question = text,
                ReplyBefore = workingDays.OnOrAfter(
                given.ReplyBefore ?? workingDays.Add(today, term))
            });
        }

        if (questions.Count == 0)
        {
            errors.Add("ministeries", "Kies ten minste één ministerie.");
        }

        return questions;
    }

    private Decision.Append Escalated(CommandContext context, CaseFile file, IReadOnlyList<MinistryQuestion> questions)
    {
        var codes = questions.ToDictionary(q => q.Ministry, q => ReplyCode.New(file.Number, q.Ministry));
        var change = new CaseEscalated
        {
            Requests = [.. questions.Select(
                q => new MinistryAsked(q.Ministry, q.ReplyBefore!.Value, codes[q.Ministry].Hash(),
                    context.Today.AddDays(options.LinkDays))
                    { Rules = rules.Of(file.State, q), Files = q.Files is { Count: > 0 } files ? [.. files.Distinct()] : null })],
        };
        return new Decision.Append(
            new NewEvent(
                context.By, change)
            { Texts = questions.ToDictionary(q => TextNames.QuestionTo(q.Ministry), q => q.Question) },
            p => codes.Aggregate(p, (current, code) => current
                .WithLink(code.Key, secrets.Protect(code.Value.ToString()))
                .WithoutAddress(RecipientAddresses.ColleagueOf(code.Key))));
    }

    private static Decision.Append Append(Actor by, CaseChange change, string textName, string text) =>
        new(new NewEvent(by, change) { Texts = new Dictionary<string, string> { [textName] = text } });

    private static string? DayFault(DateOnly day, DateOnly today) =>
        day <= today ? "Kies een dag na vandaag."
        : day > today.AddYears(1) ? "Kies een dag binnen een jaar." : null;
}
