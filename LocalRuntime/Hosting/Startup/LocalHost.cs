using LocalRuntime.Orchestration;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LocalRuntime.Hosting.Startup;

/// <summary>The app's host. What keeps it from starting is one line for its user and exit code 1, not a stack trace.</summary>
internal sealed class LocalHost(IHost host, LocalArguments arguments, bool ownsProcess) : IHost, IAsyncDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    private readonly LocalStorage storage = host.Services.GetRequiredService<LocalStorage>();
    private bool isDisposed;

    public IServiceProvider Services => host.Services;

    private StartOrder Order => host.Services.GetRequiredService<StartOrder>();

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await Order.BeforeServicesAsync(cancellationToken);
            await host.StartAsync(cancellationToken);
            await Order.AfterServicesAsync(cancellationToken);
        }
        catch (Exception exception)
        {
            await DisposeAsync();
            if (Explain(exception) is not { } reason)
            {
                throw;
            }

            if (ownsProcess)
            {
                FailedStart.Exit(reason);
            }

            throw reason;
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(StopTimeout);
        await Order.BeforeServicesStopAsync(timeout.Token);
        await host.StopAsync(cancellationToken);
        await Order.AfterServicesStopAsync(cancellationToken);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        if (!isDisposed)
        {
            isDisposed = true;
            await ((IAsyncDisposable)host).DisposeAsync();
            await storage.DisposeAsync();
        }
    }

    private StartupException? Explain(Exception exception) => exception switch
    {
        StartupException startup => startup,
        TaskHubInUseException inUse => new StartupException(inUse.Message, inUse),
        IOException { InnerException: AddressInUseException } => StartOrder.PortInUse(arguments.Port, exception),
        OptionsValidationException invalid => new StartupException(string.Join(Environment.NewLine, invalid.Failures), invalid),
        AggregateException { InnerExceptions: [var only] } => Explain(only),
        _ => null,
    };
}

/// <summary>Ends the process before it has begun its work.</summary>
internal static class FailedStart
{
    public static void Exit(StartupException reason)
    {
        Console.Error.WriteLine(reason.Message);
        Environment.Exit(1);
    }
}
