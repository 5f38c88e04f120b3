namespace Bench.Scale;

/// <summary>Instances of the app on one storage and one task hub, each with a name of its own, and the clients' way to them.</summary>
internal sealed class Fleet(string storage, Rotation rotation) : IAsyncDisposable
{
    private readonly OrderedDictionary<string, DeskProcess> up = [];

    /// <summary>Those that are up.</summary>
    public string Names => string.Join(", ", up.Keys);

    /// <summary>Starts an instance; the clients know it once it is ready.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="app">The folder of the built app; null for that of this checkout.</param>
    public async Task AddAsync(string name, string? app = null)
    {
        // The names of the owners of partitions; in Azure each machine has its own.
        var instance = new DeskProcess(
            storage, app, [.. DeskProcess.FastPolling, $"--WEBSITE_CURRENT_STAMPNAME={name}", $"--RoleInstanceId={name}"]);
        up.Add(name, instance);
        await instance.StartAsync();
        rotation.Add(instance.Address);
    }

    /// <summary>Ends an instance by SIGTERM; the clients still know it until it has ended.</summary>
    /// <returns>Whether it ended by itself.</returns>
    public async Task<bool> DrainAsync(string name)
    {
        await using var instance = Take(name);
        var hasEnded = await instance.StopAsync();
        rotation.Remove(instance.Address);
        return hasEnded;
    }

    /// <summary>kill -9 of host and worker of an instance, and the start of another; the clients know the dead one until then.</summary>
    public async Task ReplaceKilledAsync(string name, string by)
    {
        await using var instance = Take(name);
        await instance.KillAsync();
        await AddAsync(by);
        rotation.Remove(instance.Address);
    }

    /// <summary>kill -9 of all, and a check of the hash chains of all cases.</summary>
    public async Task<(bool AllHold, string Said)> EndAsync()
    {
        foreach (var instance in up.Values)
        {
            await instance.KillAsync();
        }

        return await up.Values.Last().VerifyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in up.Values)
        {
            await instance.DisposeAsync();
        }
    }

    private DeskProcess Take(string name) => up.Remove(name, out var instance) ? instance : throw new KeyNotFoundException(name);
}
