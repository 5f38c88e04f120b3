using Microsoft.Extensions.DependencyInjection;

namespace RegelLoket.ContextAnalysis;

public static class AnalysisServices
{
    /// <summary>Registers the desk of the context analysis.</summary>
    public static IServiceCollection AddContextAnalysis(this IServiceCollection services) => services.AddSingleton<AnalysisDesk>();
}
