using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace LocalHost.Startup.Storage;

/// <summary>Ensures that the storage of the app responds before it is used.</summary>
internal sealed class LocalStorage : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly string connection;
    private readonly Azurite? azurite;

    /// <summary>Prepares the storage.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="settings">The settings of the app; those that ask for development storage get its account.</param>
    public LocalStorage(LocalArguments arguments, AppSettings settings)
    {
        var ports = arguments.AzuritePorts ?? AzuritePorts.Default;
        if (settings.UsesEmulator)
        {
            azurite = new Azurite(DataFolder(arguments), ports)
            {
                Reset = arguments.Reset,
                MayShare = arguments.Command is not null,
                MayUseForeign = arguments is { Data: null, AzuritePorts: null, Reset: false },
            };
        }

        settings.UseStorage(ports);
        connection = settings.Values[AppSettings.DefaultStorage]!;
    }

    public static string DataFolder(LocalArguments arguments) => Path.GetFullPath(arguments.Data ?? Checkout.DataFolder);

    /// <summary>Starts the emulator when the app uses it, and waits until storage responds.</summary>
    /// <exception cref="StartupException">Storage cannot be reached, or its emulator cannot be started.</exception>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        if (azurite is not null)
        {
            await azurite.EnsureAsync(cancellation);
        }

        if (azurite is not { IsOwn: true })
        {
            await CheckAsync(cancellation);
        }
    }

    public ValueTask DisposeAsync() => azurite?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task CheckAsync(CancellationToken cancellation)
    {
        var (blobs, queues) = Clients();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(Patience);
        try
        {
            await Task.WhenAll(blobs.GetPropertiesAsync(timeout.Token), queues.GetPropertiesAsync(timeout.Token));
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            var address = blobs.Uri.GetLeftPart(UriPartial.Authority);
            throw new StartupException($"Storage cannot be reached at {address} ({AppSettings.DefaultStorage}). Is it running?", failure);
        }
    }

    private (BlobServiceClient Blobs, QueueServiceClient Queues) Clients()
    {
        try
        {
            return (new BlobServiceClient(connection), new QueueServiceClient(connection));
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            throw new StartupException($"{AppSettings.DefaultStorage} is not a storage connection string.", wrong);
        }
    }
}
