using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Storage;

namespace RegelLoket.Insight;

public static class InsightServiceCollectionExtensions
{
    public static IServiceCollection AddInsight(this IServiceCollection services)
    {
        services.AddSingleton<FiguresProjection>();
        services.AddSingleton<ICaseProjection>(provider => provider.GetRequiredService<FiguresProjection>());
        return services;
    }
}
