using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Executes the analyst's decision on a ministry's mail: it is the answer, or it is not and was handled.
/// </summary>
public sealed class MailDecisions(CaseService service, WorkingDays workingDays, StepTerms terms)
{
    public Task<CommandResult> DecideAsync(
        CommandContext context, CaseNumber number, MailedAnswerDecisionRequest command, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        service.ActAsync(number, file => file.State.Requests.LastOrDefault(r => r.Ministry == command.Ministry
                && (command.Mail is null || r.Mails.Any(mail => mail.Event == command.Mail))) is not { } request
            ? new Decision.Refuse($"Er is geen mail van {command.Ministry.Label()}.")
            : Decide(context, file, request, command), workflows, cancellation);

    private Decision Decide(
        CommandContext context, CaseFile file, MinistryRequest request, MailedAnswerDecisionRequest command)
    {
        if (command.Mail is null && request.WaitingMails.Count() > 1)
        {
            return new Decision.Reject("mail", "Er wachten meer mails. Noem het nummer van de mail.");
        }

        if ((command.Mail is { } named ? request.Mails.FirstOrDefault(m => m.Event == named)
            : request.WaitingMails.SingleOrDefault())
            is not { } mail)
        {
            return new Decision.Refuse($"Er ligt geen mail van {command.Ministry.Label()}.");
        }

        if (mail.IsHandled)
        {
            return IsRepeated(file, mail, command.Accepted) ? new Decision.AlreadyDone()
                : new Decision.Refuse("Over deze mail is al besloten. Ververs de pagina.");
        }

        if (!command.Accepted)
        {
            // An earlier undecided mail still accounts for all the time that the desk took.
            var isFirst = request.OurMoveSince != request.WithHandled(mail.Event).OurMoveSince;
            return new Decision.Append(new NewEvent(context.By, new MailedAnswerRefused(command.Ministry)
            {
                Mail = mail.Event,
                ReplyBefore = isFirst ? workingDays.AfterOurMove(request, context.Today) : null,
            }));
        }

        return request.HasEnded ? new Decision.Refuse($"De vraag aan {command.Ministry.Label()} is al afgerond.")
            : CaseRules.Refusal(file.State, CaseStep.ReplyToMinistry) is { } refusal ? new Decision.Refuse(refusal)
            : mail.Kind != InboundKind.Reply || file.Text(mail.Words) is not { } text
                ? new Decision.Refuse("Deze mail kun je niet overnemen als antwoord.")
            : new Decision.Append(new NewEvent(context.By, new MinistryAnswered(
                command.Ministry, Late: request.IsLateOn(WorkingDays.DayOf(mail.At)))
            { Mail = mail.Event, DecideBefore = workingDays.Add(context.Today, terms.Decision) })
            { Texts = new Dictionary<string, string> { [TextNames.Answer] = text } });
    }

    /// <summary>
    /// Whether the decision repeats an earlier one, because the response was lost or the button was pressed twice.
    /// </summary>
    private static bool IsRepeated(CaseFile file, MinistryMail mail, bool accepted) => accepted
        ? file.Events.Any(e => e.What is MinistryAnswered answered && answered.Mail == mail.Event)
        : file.Events.Any(e => e.What is MailedAnswerRefused refused && refused.Mail == mail.Event);
}
