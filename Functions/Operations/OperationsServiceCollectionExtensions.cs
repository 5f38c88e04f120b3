using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;

namespace RegelLoket.Operations;

public static class OperationsServiceCollectionExtensions
{
    /// <summary>Registers what operations needs: health, measurements and the export of spans, metrics and logs.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Gauges>();
        services.AddSingleton<Queues>();
        services.AddHostedService<TelemetryExport>();
        if (configuration[TelemetryExport.OtlpEndpoint] is { Length: > 0 } collector)
        {
            services.AddLogging(logging =>
                logging.AddOpenTelemetry(options => options.AddOtlpExporter(o => TelemetryExport.SendTo(o, collector, "logs"))));
        }

        return services;
    }

    /// <summary>Puts a span around every function; comes first, so that all else happens inside it.</summary>
    public static IFunctionsWorkerApplicationBuilder UseOperations(this IFunctionsWorkerApplicationBuilder builder) =>
        builder.UseMiddleware<TraceMiddleware>();
}
