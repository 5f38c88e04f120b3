using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;

namespace Bench;

/// <summary>Counts the requests that go to the storage, each try of its own.</summary>
internal sealed class RequestCounter : HttpPipelineSynchronousPolicy
{
    private long count;

    public long Count => Interlocked.Read(ref count);

    public BlobServiceClient Client(string connectionString)
    {
        var options = new BlobClientOptions();
        options.AddPolicy(this, HttpPipelinePosition.PerRetry);
        return new BlobServiceClient(connectionString, options);
    }

    public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref count);
}
