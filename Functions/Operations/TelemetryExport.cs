using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using RegelLoket.Cases;

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
        var otlp = configuration[OtlpEndpoint] is { Length: > 0 };
        var insights = configuration[InsightsConnection];
        if (otlp || insights is { Length: > 0 })
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

    private TracerProvider Traces(bool otlp, string? insights)
    {
        var builder = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Resource).AddSource(CaseTelemetry.Name).AddSource(OutgoingRequests);
        if (otlp)
        {
            builder.AddSource(IncomingRequests).AddOtlpExporter();
        }

        if (insights is { Length: > 0 })
        {
            builder.AddAzureMonitorTraceExporter(options => options.ConnectionString = insights, CaseServices.Identity(configuration));
        }

        return builder.Build();
    }

    private MeterProvider Metrics(bool otlp, string? insights)
    {
        // Outgoing requests by server are, for this app, its storage requests.
        var builder = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Resource).AddMeter(CaseTelemetry.Name).AddMeter(OutgoingRequests);
        if (otlp)
        {
            builder.AddMeter(IncomingRequests + ".Hosting").AddOtlpExporter();
        }

        if (insights is { Length: > 0 })
        {
            builder.AddAzureMonitorMetricExporter(options => options.ConnectionString = insights, CaseServices.Identity(configuration));
        }

        return builder.Build();
    }

    private static ResourceBuilder Resource { get; } = ResourceBuilder.CreateDefault().AddService("regelloket");
}
