using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace RegelLoket.Operations;

public static class OperationsServiceCollectionExtensions
{
    /// <summary>Registers the services for operations: health, measurements and the export of telemetry.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Gauges>();
        services.AddSingleton<Queues>();
        return services.AddTelemetryExport(configuration);
    }

    /// <summary>Adds a span around every function; comes first, so that everything else happens inside it.</summary>
    public static IFunctionsWorkerApplicationBuilder UseOperations(this IFunctionsWorkerApplicationBuilder builder) =>
        builder.UseMiddleware<TraceMiddleware>();
}
