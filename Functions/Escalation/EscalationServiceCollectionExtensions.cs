using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Escalation.Components;
using RegelLoket.Escalation.Inbound;
using RegelLoket.Escalation.Mails;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Web;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Escalation;

public static class EscalationServiceCollectionExtensions
{
    /// <summary>Registers the contacts, services, pages and mails of the ministries.</summary>
    public static IServiceCollection AddEscalation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EscalationOptions>().Bind(configuration.GetSection(EscalationOptions.Section))
            .PostConfigure(options => options.LinkAloneOpensApi ??= LocalIdentityOptions.IsIn(configuration))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<EscalationOptions>>().Value);
        services.AddSingleton<ContactBook>();
        services.AddSingleton<ReminderSchedule>();
        services.AddSingleton<MailPreview>();
        services.AddSingleton<InboundMailStore>();
        services.AddSingleton<InboundMailService>();
        services.AddSingleton<MailLetters>();
        services.AddSingleton<MailReader>();
        services.AddSingleton<MailDecisions>();
        services.AddSingleton<SentMails>();
        services.AddSingleton<IStaffMailTemplate, UnplacedMail>();
        services.AddSingleton<ICaseDataEraser>(provider => provider.GetRequiredService<InboundMailStore>());
        services.AddSingleton<IMinistryMailboxes>(provider => provider.GetRequiredService<ContactBook>());
        services.AddSingleton<EscalationService>();
        services.AddSingleton(new CaseTab(40, MinistryPageFunctions.Tab, "Ministeries", typeof(EscalationTab)));
        services.AddSingleton<MinistryReplyRules>();
        services.AddSingleton<MinistryReplyService>();
        services.AddSingleton<AccessCodes>();
        services.AddSingleton<ReactionSessions>();
        services.AddSingleton<ReactionCallers>();
        services.AddSingleton<AnswerDrafts>();
        services.AddSingleton<ICaseDataEraser>(provider => provider.GetRequiredService<AccessCodes>());
        services.AddSingleton<ICaseDataEraser>(provider => provider.GetRequiredService<AnswerDrafts>());
        services.AddSingleton<IMailTemplate, QuestionToMinistryMail>();
        foreach (var kind in new[] { MailKind.ReminderBefore, MailKind.ReminderOnTheDay, MailKind.ReminderAfter })
        {
            services.AddSingleton<IMailTemplate>(new ReminderMail(kind));
        }

        services.AddSingleton<IMailTemplate, MinistrySilentMail>();
        services.AddSingleton<IMailTemplate, SecondContactMail>();
        services.AddSingleton<IMailTemplate, PassedOnMail>();
        services.AddSingleton<IMailTemplate, ReplyToMinistryMail>();
        services.AddSingleton<IMailTemplate, MoreTimeDecisionMail>();
        services.AddSingleton<IMailTemplate, AnswerNotNeededMail>();
        services.AddSingleton<IMailTemplate, AccessCodeMail>();
        services.AddSingleton<IMailTemplate, AnswerCopyMail>();
        services.AddSingleton<IMailTemplate, OutcomeToMinistryMail>();
        services.AddSingleton<AskedRules>();
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<OverviewSessions>();
        services.AddSingleton<OpenQuestions>();
        foreach (var container in new[] { ContactBook.Container, AccessCodes.Container, AnswerDrafts.Container, SignInLinks.Container,
            InboundMailStore.Container, InboundMailStore.OpenContainer })
        {
            services.AddSingleton(new StorageContainer(container));
        }

        return services;
    }
}
