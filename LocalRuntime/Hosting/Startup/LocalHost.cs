using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LocalRuntime.Hosting.Startup;

/// <summary>The app's host. What keeps it from starting is one line for its user and exit code 1, not a stack trace.</summary>
internal sealed class LocalHost(IHost host, LocalArguments arguments, bool ownsProcess) : IHost, IAsyncDisposable
{
    private readonly LocalStorage storage = host.Services.GetRequiredService<LocalStorage>();
    private bool isDisposed;

    public IServiceProvider Services => host.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await host.StartAsync(cancellationToken);
        }
        catch (Exception exception)
        {
            var reason = Explain(exception);
            await DisposeAsync();
            if (reason is null)
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

    public Task StopAsync(CancellationToken cancellationToken = default) => host.StopAsync(cancellationToken);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        if (!isDisposed)
        {
            isDisposed = true;
            await storage.DisposeAsync();
            await ((IAsyncDisposable)host).DisposeAsync();
        }
    }

    private StartupException? Explain(Exception exception) => exception switch
    {
        StartupException startup => startup,
        Orchestration.TaskHubInUseException inUse => new StartupException(inUse.Message, inUse),
        IOException { InnerException: AddressInUseException } => LocalHostService.PortInUse(arguments.Port, exception),
        Microsoft.Extensions.Options.OptionsValidationException invalid => new StartupException(string.Join(Environment.NewLine, invalid.Failures), invalid),
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
