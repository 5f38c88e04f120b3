using LocalHost.Lokaal;
using LocalHost.Startup;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Demo;

/// <summary>A desk that <c>./run --demo</c> filled, once for all tests that look at it.</summary>
public sealed class DemoDesk : IAsyncLifetime
{
    private const string Program = "../../../../samples/bin/Demo.dll";

    public AppFixture App { get; private set; } = new();

    /// <summary>When the demo began.</summary>
    public DateTimeOffset Began { get; private set; }

    /// <summary>Every case of the desk.</summary>
    public IReadOnlyList<CaseFile> Files { get; private set; } = [];

    public IReadOnlyList<CaseState> States => [.. Files.Select(file => file.State)];

    public async ValueTask InitializeAsync()
    {
        App = await AppFixture.StartAsync();

        // Somebody looks at the figures before, so that the desk has read all cases that it then had.
        await App.Http.GetStringAsync("/cijfers");
        Began = TimeProvider.System.GetUtcNow();
        Assert.True(await AddAsync(), "Some of the samples did not come through; the output says which.");
        Files = await ReadAsync();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>Runs the program of <c>--demo</c>.</summary>
    /// <returns>Whether all samples are there.</returns>
    public Task<bool> AddAsync() => DemoProcess.RunAsync(Program, App.Host, new SamplesProgress(), default);

    public async Task<IReadOnlyList<CaseFile>> ReadAsync()
    {
        var (store, files) = (App.Services.GetRequiredService<CaseStore>(), new List<CaseFile>());
        await foreach (var row in App.Services.GetRequiredService<CaseIndex>().AllAsync(year: null, default))
        {
            files.Add((await store.FindAsync(row.Number, default))!);
        }

        return files;
    }
}
