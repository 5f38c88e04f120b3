using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Storage;

namespace RegelLoket.Escalation;

/// <summary>
/// Shows what an escalation would mail, before anything is asked of a ministry: the same templates on the case as it would be.
/// </summary>
public sealed class MailPreview(
    MailComposer composer, ContactBook contacts, ProtectedSecrets secrets, WorkingDays workingDays)
{
    public async Task<IReadOnlyList<PreviewedMail>> OfAsync(CaseFile file, CommandContext context, EscalationRequest command,
        CancellationToken cancellation)
    {
        var mails = new List<PreviewedMail>();
        foreach (var question in command.Ministries)
        {
            var settings = await contacts.OfAsync(question.Ministry, cancellation);
            var plan = new PlannedMail
            {
                Case = file.Number,
                Key = "preview",
                Kind = MailKind.QuestionToMinistry,
                To = Recipient.Of(question.Ministry),
                Ministry = question.Ministry
            };
            if (composer.Write(plan, AsIfAsked(file, context, question, settings)) is { } content)
            {
                mails.Add(new PreviewedMail(question.Ministry, settings.Mailbox.Value, $"{content.Subject} · {file.Number}",
                    MailText.Of(content, composer.Footer)));
            }
        }

        return mails;
    }

    private CaseFile AsIfAsked(CaseFile file, CommandContext context, MinistryQuestion question, MinistryContacts settings)
    {
        var due = workingDays.OnOrAfter(question.ReplyBefore ?? workingDays.Add(context.Today, settings.AnswerTerm));
        var e = new CaseEvent
        {
            Number = file.State.Version + 1,
            At = context.Now,
            By = context.By,
            What = new CaseEscalated { Requests = [new MinistryAsked(question.Ministry, due, "", DateOnly.MaxValue)] },
        };
        var texts = new Dictionary<string, PrivateText>
        { [TextNames.QuestionTo(question.Ministry)] = PrivateText.Of(TextSanitizer.Clean(question.Question)) };
        return file with
        {
            State = file.State.After(e),
            Events = [.. file.Events, e],
            Private = file.Private.With(e.Number, texts)
                .WithSecret(EscalationService.LinkOf(question.Ministry),
                secrets.Protect($"{file.Number}.{question.Ministry.Slug()}.geheime-code")),
        };
    }
}
