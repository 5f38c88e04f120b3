using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;

namespace RegelLoket.Intake;

public static class IntakeServices
{
    /// <summary>Registers what takes reports in and lets reporters follow them.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.AddSingleton<ReportKeys>();
        services.AddSingleton<ReportDesk>();
        services.AddSingleton<ReporterDesk>();
        services.AddSingleton(new StorageContainer(ReportKeys.Container));
        services.AddSingleton(new StorageQueue(ReportDesk.IntakeQueue));
        return services;
    }
}
