using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Bench.Chaos;

/// <summary>
/// Spoils some of the requests to the storage: a connection that fails before the request is sent, one that fails after it was
/// served, and an answer 500.
/// </summary>
internal sealed class FaultPolicy(double share) : HttpPipelinePolicy
{
    public int Injected;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The engine makes no synchronous request.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
#pragma warning disable CA5394 // Chance, not a secret.
        var lot = Random.Shared.NextDouble() / share;
#pragma warning restore CA5394
        if (lot < 1)
        {
            Interlocked.Increment(ref Injected);
        }

        switch (lot)
        {
            case < 1.0 / 3:
                throw new RequestFailedException(0, "Injected: the connection failed.", null, new IOException("Injected before the request."));
            case < 2.0 / 3:
                await ProcessNextAsync(message, pipeline);
                throw new RequestFailedException(0, "Injected: the answer was lost.", null, new IOException("Injected after the request."));
            case < 1:
                message.Response = new ServerError(message.Request.ClientRequestId);
                break;
            default:
                await ProcessNextAsync(message, pipeline);
                break;
        }
    }

    private sealed class ServerError(string clientRequestId) : Response
    {
        public override int Status => 500;

        public override string ReasonPhrase => "Injected";

        public override Stream? ContentStream { get; set; } = new MemoryStream();

        public override string ClientRequestId { get; set; } = clientRequestId;

        public override void Dispose()
        {
        }

        protected override bool ContainsHeader(string name) => false;

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
        {
            value = null;
            return false;
        }

        protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
        {
            values = null;
            return false;
        }
    }
}
