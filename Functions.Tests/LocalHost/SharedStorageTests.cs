namespace RegelLoket.Tests.LocalHost;

/// <summary>Hosts with names of their own on one storage, as instances of one app.</summary>
public sealed class SharedStorageTests
{
    [Fact]
    public async Task Timer_OfTwoHosts_RunsOnOne()
    {
        var storage = await SharedAzurite.TakeAccountAsync();
        await using var one = await NamedAsync(storage, "one");
        await using var other = await NamedAsync(storage, "other");

        // A host is ready when what runs at its start has run.
        var runs = await other.WaitForAsync("/sample/journal/start", text => text.Contains("next", StringComparison.Ordinal));

        Assert.Single(runs.Split("next").Skip(1));
    }

    private static Task<HostProcess> NamedAsync(TestStorage storage, string name) => HostProcess.StartAsync(
        storage.ConnectionString, "--WEBSITE_CURRENT_STAMPNAME", name, "--RoleInstanceId", name);
}
