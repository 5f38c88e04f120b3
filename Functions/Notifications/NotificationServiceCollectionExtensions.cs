using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RegelLoket.Notifications.Mails;
using RegelLoket.Storage;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Notifications;

public static class NotificationServiceCollectionExtensions
{
    /// <summary>Registers the outbox, the mail templates and the mail sender.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<NotificationOptions>().Bind(configuration.GetSection(NotificationOptions.Section))
            .PostConfigure<IHostEnvironment>((options, environment) =>
                options.IsProduction = environment.IsProduction() && !LocalIdentityOptions.IsIn(configuration))
            .ValidateDataAnnotations()
            .Validate<IOptions<SendGridOptions>, IOptions<SmtpOptions>>(
                (_, sendGrid, smtp) => sendGrid.Value.IsInUse || smtp.Value.IsInUse,
                "Nothing carries the mail: set SendGrid:ApiKey "
                    + "or Smtp:Host.")
            .ValidateOnStart();
        services.AddSingleton<Outbox>();
        services.AddSingleton<RecipientAddresses>();
        services.AddSingleton<MailComposer>();
        services.AddSingleton<MailRecords>();
        services.AddSingleton<MailRepair>();
        services.AddSingleton<SendingGate>();
        services.AddSingleton<AllowedRecipients>();
        services.AddSingleton<MailDispatch>();
        services.AddSingleton<PromptMails>();
        services.AddSingleton<DirectMail>();
        services.AddSingleton<SendGridSignature>();
        services.AddSingleton<SendGridEvents>();
        services.AddSender(configuration);
        services.AddMails();
        foreach (var container in new[] { Outbox.Container, Outbox.OpenContainer, SendingGate.Container })
        {
            services.AddSingleton(new StorageContainer(container));
        }

        services.AddSingleton(new StorageQueue(Outbox.QueueName));
        return services;
    }

    /// <summary>Registers SendGrid when it has a key, else the mail server; fails when neither is configured.</summary>
    private static void AddSender(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SendGridOptions>().Bind(configuration.GetSection(SendGridOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddOptions<SmtpOptions>().Bind(configuration.GetSection(SmtpOptions.Section)).ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddHttpClient<SendGridSender>();
        services.AddSingleton<SmtpSender>();
        services.AddSingleton<IMailSender>(provider => provider.GetRequiredService<IOptions<SendGridOptions>>().Value.IsInUse
            ? provider.GetRequiredService<SendGridSender>()
            : provider.GetRequiredService<SmtpSender>());
    }

    private static void AddMails(this IServiceCollection services)
    {
        services.AddSingleton<IMailTemplate, ReceiptMail>();
        services.AddSingleton<IMailTemplate, QuestionToReporterMail>();
        services.AddSingleton<IMailTemplate, NewDayToReporterMail>();
        services.AddSingleton<IMailTemplate, NewCodeMail>();
        services.AddSingleton<IMailTemplate, NewsToFollowerMail>();
        services.AddSingleton<IMailTemplate, StepDueMail>();
        services.AddSingleton<IMailTemplate, MinistryRepliedMail>();
        services.AddSingleton<IMailTemplate, MailTroubleMail>();
    }
}
