using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace RegelLoket.Operations;

public static class OperationsServiceCollectionExtensions
{
    /// <summary>Registers what operations needs: health, measurements and the export of spans, metrics and logs.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Gauges>();
        services.AddSingleton<Queues>();
        return services.AddTelemetryExport(configuration);
    }

    /// <summary>Puts a span around every function; comes first, so that all else happens inside it.</summary>
    public static IFunctionsWorkerApplicationBuilder UseOperations(this IFunctionsWorkerApplicationBuilder builder) =>
        builder.UseMiddleware<TraceMiddleware>();
}
