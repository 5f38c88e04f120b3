using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using RegelLoket.Storage;

namespace RegelLoket.Operations;

/// <summary>
/// Sends spans and metrics where the settings say: Application Insights in Azure, an OTLP collector anywhere, or nowhere.
/// In Azure the host itself sends requests and logs, so the worker adds only what the host cannot see.
/// </summary>
public sealed class TelemetryExport(IConfiguration configuration, Gauges gauges) : IHostedService, IDisposable
{
    internal const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    internal const string InsightsConnection = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    private const string OutgoingRequests = "System.Net.Http";
    private const string IncomingRequests = "Microsoft.AspNetCore";

    private TracerProvider? traces;
    private MeterProvider? metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(gauges);
        var otlp = configuration[OtlpEndpoint];
        var insights = configuration[InsightsConnection];
        if (otlp is { Length: > 0 } || insights is { Length: > 0 })
        {
            traces = Traces(otlp, insights);
            metrics = Metrics(otlp, insights);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        traces?.ForceFlush();
        metrics?.ForceFlush();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }

    private TracerProvider Traces(string? otlp, string? insights)
    {
        var builder = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Resource).AddSource(CaseTelemetry.Name)
            .AddSource(OutgoingRequests);
        if (otlp is { Length: > 0 })
        {
            builder.AddSource(IncomingRequests).AddOtlpExporter(options => SendTo(options, otlp, "traces"));
        }

        if (insights is { Length: > 0 })
        {
            builder.AddAzureMonitorTraceExporter(options => options.ConnectionString = insights,
                StorageServiceCollectionExtensions.Identity(configuration));
        }

        return builder.Build();
    }

    private MeterProvider Metrics(string? otlp, string? insights)
    {
        // Outgoing requests by server are, for this app, its storage requests.
        var builder = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Resource).AddMeter(CaseTelemetry.Name).AddMeter(OutgoingRequests);
        if (otlp is { Length: > 0 })
        {
            builder.AddMeter(IncomingRequests + ".Hosting").AddOtlpExporter(options => SendTo(options, otlp, "metrics"));
        }

        if (insights is { Length: > 0 })
        {
            builder.AddAzureMonitorMetricExporter(options => options.ConnectionString = insights,
                StorageServiceCollectionExtensions.Identity(configuration));
        }

        return builder.Build();
    }

    /// <summary>OTLP over HTTP, under the path that the protocol gives each signal.</summary>
    internal static void SendTo(OtlpExporterOptions options, string endpoint, string signal)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri($"{endpoint.TrimEnd('/')}/v1/{signal}");
    }

    private static ResourceBuilder Resource { get; } = ResourceBuilder.CreateDefault().AddService("regelloket");
}
