using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.ContextAnalysis.Suggestions;

namespace RegelLoket.ContextAnalysis;

public static class AnalysisServices
{
    /// <summary>Registers the desk of the context analysis, the catalogue of rules and the suggestions made from it.</summary>
    public static IServiceCollection AddContextAnalysis(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => RuleCatalogue.LoadEmbedded());
        services.TryAddSingleton(provider => new SuggestionEngine(provider.GetRequiredService<RuleCatalogue>()));
        return services.AddSingleton<AnalysisDesk>();
    }
}
