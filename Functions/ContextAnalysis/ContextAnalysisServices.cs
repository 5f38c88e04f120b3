using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.ContextAnalysis.Suggestions;

namespace RegelLoket.ContextAnalysis;

public static class ContextAnalysisServices
{
    /// <summary>The catalogue of rules and the suggestions made from it: in-process, without storage or network.</summary>
    public static IServiceCollection AddContextAnalysis(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => RuleCatalogue.LoadEmbedded());
        services.TryAddSingleton(provider => new SuggestionEngine(provider.GetRequiredService<RuleCatalogue>()));
        return services;
    }
}
