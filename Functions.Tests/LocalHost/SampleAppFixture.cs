namespace RegelLoket.Tests.LocalHost;

/// <summary>Tests that share one sample app on one Azurite.</summary>
[CollectionDefinition(Name)]
public sealed class SampleAppCollection : ICollectionFixture<SampleAppFixture>
{
    public const string Name = "SampleApp";
}

/// <summary>A sample app that runs as long as its tests.</summary>
public sealed class SampleAppFixture : IAsyncLifetime
{
    public AzuriteFixture Storage { get; } = new();

    internal HostProcess App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Storage.InitializeAsync();
        App = await HostProcess.StartAsync(Storage.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Storage.DisposeAsync();
    }
}
