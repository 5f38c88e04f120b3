using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace RegelLoket.Outcome;

public static class OutcomeServices
{
    public static IServiceCollection AddOutcome(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<OutcomeDesk>();
}
