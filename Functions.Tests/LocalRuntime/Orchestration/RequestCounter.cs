using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;

namespace RegelLoket.Tests.LocalRuntime.Orchestration;

/// <summary>Sees every request that goes to the storage.</summary>
internal sealed class RequestCounter : HttpPipelineSynchronousPolicy
{
    public ConcurrentQueue<string> Requests { get; } = new();

    public BlobClientOptions Options()
    {
        var options = new BlobClientOptions();
        options.AddPolicy(this, HttpPipelinePosition.PerRetry);
        return options;
    }

    public override void OnSendingRequest(HttpMessage message) => Requests.Enqueue($"{message.Request.Method} {message.Request.Uri.ToUri().PathAndQuery}");
}
