using LocalRuntime.Hosting.Storage;
using Microsoft.Extensions.Configuration;

namespace LocalRuntime.Hosting.Startup;

/// <summary>Sees to it that the app's storage answers before anything uses it.</summary>
internal sealed class LocalStorage : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly StorageConnections connections;
    private readonly Azurite? azurite;

    public LocalStorage(LocalArguments arguments, IConfiguration configuration, StorageConnections connections)
    {
        this.connections = connections;
        if (configuration[UsesEmulatorKey] == bool.TrueString)
        {
            var data = Path.GetFullPath(arguments.DataDirectory ?? Checkout.DataDirectory);
            var mayUseForeign = arguments is { DataDirectory: null, AzuritePorts: null, Reset: false };
            azurite = new Azurite(data, arguments.AzuritePorts ?? AzuritePorts.Default, arguments.Reset, mayUseForeign);
        }
    }

    private static string UsesEmulatorKey => "LocalRuntime:UsesEmulator";

    /// <summary>Names the emulator's account where the app names no other, so that the app can read it while it registers its services.</summary>
    public static IReadOnlyDictionary<string, string?> Settings(LocalArguments arguments, IConfiguration configuration) =>
        DevelopmentStorage.IsNamedBy(configuration[StorageConnections.DefaultName])
            ? new Dictionary<string, string?>
            {
                [StorageConnections.DefaultName] = DevelopmentStorage.ConnectionString(arguments.AzuritePorts ?? AzuritePorts.Default),
                [UsesEmulatorKey] = bool.TrueString,
            }
            : new Dictionary<string, string?>();

    public async Task EnsureAsync(CancellationToken cancellation)
    {
        if (azurite is not null)
        {
            await azurite.EnsureAsync(cancellation);
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(Patience);
        try
        {
            await connections.Blobs().GetPropertiesAsync(timeout.Token);
            await connections.Queues().GetPropertiesAsync(timeout.Token);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            throw new StartupException(
                $"Storage cannot be reached at {connections.Blobs().Uri.GetLeftPart(UriPartial.Authority)} ({StorageConnections.DefaultName}). Is it running?", exception);
        }
    }

    public ValueTask DisposeAsync() => azurite?.DisposeAsync() ?? ValueTask.CompletedTask;
}
