using Microsoft.Extensions.DependencyInjection;

namespace RegelLoket.Workflow;

public static class WorkflowServiceCollectionExtensions
{
    /// <summary>Registers the services that the orchestrations call.</summary>
    public static IServiceCollection AddWorkflow(this IServiceCollection services)
    {
        services.AddSingleton<CaseFlow>();
        services.AddSingleton<MinistryFlow>();
        services.AddSingleton<Standstills>();
        return services;
    }
}
