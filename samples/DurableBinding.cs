using Grpc.Net.Client;

namespace RegelLoket.Demo;

/// <summary>Where the durable extension takes the calls of clients, and for which task hub.</summary>
internal sealed record DurableBinding(Uri RpcBaseUrl, string? TaskHubName, string? ConnectionName)
{
    /// <summary>
    /// A channel whose every call names the hub and the connection where they are given, as the channels of the worker do.
    /// </summary>
    public GrpcChannel Channel()
    {
        var http = new HttpClient();
        foreach (var (name, value) in new[] { ("Durable-TaskHub", TaskHubName), ("Durable-ConnectionName", ConnectionName) })
        {
            if (!string.IsNullOrEmpty(value))
            {
                http.DefaultRequestHeaders.Add(name, value);
            }
        }

        return GrpcChannel.ForAddress(RpcBaseUrl, new GrpcChannelOptions { HttpClient = http, DisposeHttpClient = true });
    }
}
