using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace RegelLoket.Demo;

public static class DemoServices
{
    /// <summary>Adds the sample cases when the app was started with <c>--demo</c>.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services, IConfiguration configuration) =>
        configuration.GetValue<bool>("Demo") ? services.AddSingleton<DemoSequels>().AddHostedService<DemoCases>() : services;
}
