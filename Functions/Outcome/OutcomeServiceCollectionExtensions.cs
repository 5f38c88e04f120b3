using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Notifications;
using RegelLoket.Outcome.Components;
using RegelLoket.Outcome.Mails;
using RegelLoket.Web;

namespace RegelLoket.Outcome;

public static class OutcomeServiceCollectionExtensions
{
    public static IServiceCollection AddOutcome(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<OutcomeService>()
            .AddSingleton<EffectLinks>()
            .AddSingleton<IMailTemplate, OutcomeToReporterMail>()
            .AddSingleton<IMailTemplate, ReplyToReporterMail>()
            .AddSingleton<IMailTemplate, ReporterReactedMail>()
            .AddSingleton<IMailTemplate, EffectQuestionMail>()
            .AddSingleton(new CaseTab(50, OutcomePageFunctions.Tab, "Oplossing", typeof(OutcomeTab)))
            .AddSingleton(new FollowPart(10, typeof(FollowEffect)))
            .AddSingleton(new FollowPart(20, typeof(FollowOutcome)));
}
