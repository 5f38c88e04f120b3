using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Bundling;
using RegelLoket.ContextAnalysis.Catalogue;
using RegelLoket.ContextAnalysis.Similarity;
using RegelLoket.ContextAnalysis.Suggestions;
using RegelLoket.Notifications;

namespace RegelLoket.ContextAnalysis;

public static class AnalysisServices
{
    /// <summary>Registers the desk of the context analysis, the catalogue of rules and the suggestions made from it.</summary>
    public static IServiceCollection AddContextAnalysis(this IServiceCollection services)
    {
        services.AddSingleton<CatalogueBook>();
        services.AddSingleton<CatalogueDesk>();
        services.AddSingleton(new StorageContainer(CatalogueBook.Container));
        services.AddSingleton<CurrentSuggestions>();
        services.AddSingleton<SimilarCases>();
        services.AddSingleton<ICaseProjection>(provider => provider.GetRequiredService<SimilarCases>());
        services.AddSingleton<BundleDesk>();
        services.AddSingleton<IMailTemplate, MergedMail>();
        services.AddSingleton<IMailTemplate, SplitOffMail>();
        services.AddSingleton<IMailTemplate, OutcomeOfMainCaseMail>();
        return services.AddSingleton<AnalysisDesk>();
    }
}
