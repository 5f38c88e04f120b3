using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Notifications;
using RegelLoket.Storage;

namespace RegelLoket.Escalation;

/// <summary>
/// Shows the mails of an escalation before it is executed: the same templates on the case as it would be.
/// </summary>
public sealed class MailPreview(
    MailComposer composer, ContactBook contacts, ProtectedSecrets secrets, WorkingDays workingDays, AskedRules rules)
{
    public async Task<IReadOnlyList<PreviewedMail>> OfAsync(CaseFile file, CommandContext context, EscalationRequest command,
        CancellationToken cancellation)
    {
        var settings = new Dictionary<Ministry, MinistryContacts>();
        foreach (var question in command.Ministries)
        {
            settings[question.Ministry] = await contacts.OfAsync(question.Ministry, cancellation);
        }

        var asked = AsIfAsked(file, context, command.Ministries, settings);
        var mails = new List<PreviewedMail>();
        foreach (var (ministry, known) in settings)
        {
            var plan = new PlannedMail
            {
                Case = file.Number,
                Key = "preview",
                Kind = MailKind.QuestionToMinistry,
                To = Recipient.Of(ministry),
                Ministry = ministry
            };
            if (composer.Write(plan, asked) is { } content)
            {
                mails.Add(new PreviewedMail(ministry, known.Mailbox.Value, $"{content.Subject} · {file.Number}",
                    MailText.Of(content, composer.Footer)));
            }
        }

        return mails;
    }

    /// <summary>Returns the case after the whole escalation, since each mail names the other ministries.</summary>
    private CaseFile AsIfAsked(CaseFile file, CommandContext context, IReadOnlyList<MinistryQuestion> questions,
        Dictionary<Ministry, MinistryContacts> settings)
    {
        var e = new CaseEvent
        {
            Number = file.State.Version + 1,
            At = context.Now,
            By = context.By,
            What = new CaseEscalated
            {
                Requests = [.. questions.Select(question => new MinistryAsked(
                    question.Ministry, DueOf(question), "", DateOnly.MaxValue) { Rules = rules.Of(file.State, question) })],
            },
        };
        var texts = questions.ToDictionary(question => TextNames.QuestionTo(question.Ministry),
            question => PrivateText.Of(TextSanitizer.Clean(question.Question)));
        return file with
        {
            State = file.State.After(e),
            Events = [.. file.Events, e],
            Private = questions.Aggregate(file.Private.With(e.Number, texts), (held, question) => held.WithSecret(
                EscalationService.LinkOf(question.Ministry),
                secrets.Protect($"{file.Number}.{question.Ministry.Slug()}.geheime-code"))),
        };

        DateOnly DueOf(MinistryQuestion question) => workingDays.OnOrAfter(
            question.ReplyBefore ?? workingDays.Add(context.Today, settings[question.Ministry].AnswerTerm));
    }
}
