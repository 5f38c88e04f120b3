using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;

namespace RegelLoket.Insight;

public static class InsightServices
{
    public static IServiceCollection AddInsight(this IServiceCollection services)
    {
        services.AddSingleton<FiguresProjection>();
        services.AddSingleton<ICaseProjection>(provider => provider.GetRequiredService<FiguresProjection>());
        return services;
    }
}
