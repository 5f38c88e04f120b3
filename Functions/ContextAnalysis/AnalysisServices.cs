using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Bundling;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.ContextAnalysis.Similarity;
using RegelLoket.ContextAnalysis.Suggestions;

namespace RegelLoket.ContextAnalysis;

public static class AnalysisServices
{
    /// <summary>Registers the desk of the context analysis, the catalogue of rules and the suggestions made from it.</summary>
    public static IServiceCollection AddContextAnalysis(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => RuleCatalogue.LoadEmbedded());
        services.TryAddSingleton(provider => new SuggestionEngine(provider.GetRequiredService<RuleCatalogue>()));
        services.TryAddSingleton(provider => new SimilarCaseIndex(provider.GetRequiredService<SuggestionEngine>()));
        services.AddSingleton<SimilarCases>();
        services.AddSingleton<ICaseProjection>(provider => provider.GetRequiredService<SimilarCases>());
        services.AddSingleton<BundleDesk>();
        return services.AddSingleton<AnalysisDesk>();
    }
}
