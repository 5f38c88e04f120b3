using Microsoft.Extensions.DependencyInjection;

namespace RegelLoket.Workflow;

public static class WorkflowServiceCollectionExtensions
{
    /// <summary>Registers what the orchestrations ask.</summary>
    public static IServiceCollection AddWorkflow(this IServiceCollection services)
    {
        services.AddSingleton<CaseFlow>();
        services.AddSingleton<MinistryFlow>();
        return services;
    }
}
