using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Experiments.Components;
using RegelLoket.Web;

namespace RegelLoket.Experiments;

public static class ExperimentServiceCollectionExtensions
{
    public static IServiceCollection AddExperiments(this IServiceCollection services) =>
        services.AddSingleton<ExperimentService>()
        .AddSingleton(new CaseTab(60, ExperimentPageFunctions.Tab, "Experimenten", typeof(ExperimentsTab)));
}
