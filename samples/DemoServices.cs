using Microsoft.Extensions.DependencyInjection;

namespace RegelLoket.Demo;

internal static class DemoServices
{
    /// <summary>Adds the samples to the services of the app, and puts a clock under these that can be set back.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        var desk = services.Last(service => service.ServiceType == typeof(TimeProvider));
        services.AddSingleton(provider => new DemoClock(
            (TimeProvider)(desk.ImplementationInstance ?? desk.ImplementationFactory!(provider))));
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DemoClock>());
        return services.AddSingleton<DemoSteps>().AddSingleton<DemoSequels>().AddSingleton<DemoCases>();
    }
}
