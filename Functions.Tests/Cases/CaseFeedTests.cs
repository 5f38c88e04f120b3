using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using RegelLoket.Cases;

namespace RegelLoket.Tests.Cases;

public sealed class CaseFeedTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TryRefreshAll_StorageRefusesOrStaysSilent_AnswersThatNotAllIsRead(bool silent)
    {
        using var door = new TcpListener(IPAddress.Loopback, 0);
        door.Start();
        var port = ((IPEndPoint)door.LocalEndpoint).Port;
        if (!silent)
        {
            door.Stop();
        }

        var options = new BlobClientOptions();
        options.Retry.MaxRetries = 0;
        var blobs = new BlobServiceClient(new Uri($"http://127.0.0.1:{port}/account"), options);
        var store = new CaseStore(blobs, TimeProvider.System);
        using var feed = new CaseFeed(new CaseIndex(blobs, store, NullLogger<CaseIndex>.Instance), store, TimeProvider.System, NullLogger<CaseFeed>.Instance, []);

        Assert.False(await feed.TryRefreshAllAsync(TimeSpan.FromSeconds(silent ? 0.2 : 60), CancellationToken.None));
        Assert.False(feed.IsWhole);
    }
}
