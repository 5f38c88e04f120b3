using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RegelLoket.Experiments.Components;
using RegelLoket.Experiments.Participation;
using RegelLoket.Experiments.Participation.Mails;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Experiments;

public static class ExperimentServiceCollectionExtensions
{
    /// <summary>Registers the experiments of the desk, and what their organisations do themselves.</summary>
    public static IServiceCollection AddExperiments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ExperimentOptions>().Bind(configuration.GetSection(ExperimentOptions.Section))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ExperimentOptions>>().Value);
        services.AddSingleton<ExperimentService>();
        services.AddSingleton(new CaseTab(60, ExperimentPageFunctions.Tab, "Experimenten", typeof(ExperimentsTab)));
        services.AddSingleton<InvitationService>();
        services.AddSingleton<ParticipantService>();
        services.AddSingleton<ParticipantSessions>();
        services.AddSingleton<ExperimentMails>();
        services.AddSingleton<Silence>();
        services.AddSingleton<ExperimentsUnderWay>();
        services.AddSingleton<ICaseProjection>(provider => provider.GetRequiredService<ExperimentsUnderWay>());
        services.AddSingleton<IMailTemplate, ExperimentInvitationMail>();
        services.AddSingleton<IMailTemplate, ExperimentReminderMail>();
        return services;
    }
}
