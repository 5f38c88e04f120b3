using Microsoft.Extensions.DependencyInjection;

namespace RegelLoket.Experiments;

public static class ExperimentServices
{
    public static IServiceCollection AddExperiments(this IServiceCollection services) => services.AddSingleton<ExperimentDesk>();
}
