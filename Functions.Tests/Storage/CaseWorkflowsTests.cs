using System.Net;
using System.Net.Sockets;
using Microsoft.DurableTask.Client.Grpc;
using Microsoft.Extensions.Logging.Abstractions;
using RegelLoket.Storage;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Storage;

public sealed class CaseWorkflowsTests
{
    [Fact]
    public async Task TellAsync_EngineIsAway_AnswersThatItWasNotTakenAndDoesNotFail()
    {
        var options = new GrpcDurableTaskClientOptions { Address = $"http://127.0.0.1:{FreePort()}" };
        await using var engine = new GrpcDurableTaskClient("away", options, NullLogger.Instance);

        var taken = await new CaseWorkflows(NullLogger<CaseWorkflows>.Instance).TellAsync(engine, CaseFiles.Of(CaseFiles.Reported()));

        Assert.False(taken);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
