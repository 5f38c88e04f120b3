using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Intake.Drafts;
using RegelLoket.Intake.Protection;
using RegelLoket.Storage;

namespace RegelLoket.Intake;

public static class IntakeServiceCollectionExtensions
{
    /// <summary>Registers the services that take in reports and let reporters follow them.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DraftOptions>().Bind(configuration.GetSection("Drafts")).ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddOptions<ProofOfWorkOptions>().Bind(configuration.GetSection("ProofOfWork"))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ReportKeys>();
        services.AddSingleton<ICaseDataEraser>(provider => provider.GetRequiredService<ReportKeys>());
        services.AddSingleton<ReportService>();
        services.AddSingleton<SplitViews>();
        services.AddSingleton<ReporterService>();
        services.AddSingleton<JoinService>();
        services.AddSingleton<ContactService>();
        services.AddSingleton<LostCodes>();
        services.AddSingleton<DraftStore>();
        services.AddSingleton<NewDrafts>();
        services.AddSingleton<DraftFiles>();
        services.AddSingleton<DraftSending>();
        services.AddSingleton<ProofOfWork>();
        services.AddSingleton(new StorageContainer(ReportKeys.Container));
        services.AddSingleton(new StorageContainer(DraftStore.Container));
        services.AddSingleton(new StorageContainer(ProofOfWork.Container));
        services.AddSingleton(new StorageQueue(LostCodes.QueueName));
        return services;
    }
}
