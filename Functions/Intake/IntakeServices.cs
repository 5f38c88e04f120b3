using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Intake.Drafts;
using RegelLoket.Intake.Protection;

namespace RegelLoket.Intake;

public static class IntakeServices
{
    /// <summary>Registers what takes reports in and lets reporters follow them.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DraftOptions>().Bind(configuration.GetSection("Drafts")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ProofOfWorkOptions>().Bind(configuration.GetSection("ProofOfWork")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ReportKeys>();
        services.AddSingleton<ReportDesk>();
        services.AddSingleton<ReporterDesk>();
        services.AddSingleton<JoinDesk>();
        services.AddSingleton<ContactDesk>();
        services.AddSingleton<LostCodes>();
        services.AddSingleton<DraftStore>();
        services.AddSingleton<DraftSending>();
        services.AddSingleton<ProofOfWork>();
        services.AddSingleton(new StorageContainer(ReportKeys.Container));
        services.AddSingleton(new StorageContainer(DraftStore.Container));
        services.AddSingleton(new StorageContainer(ProofOfWork.Container));
        services.AddSingleton(new StorageQueue(ReportDesk.IntakeQueue));
        services.AddSingleton(new StorageQueue(LostCodes.QueueName));
        return services;
    }
}
