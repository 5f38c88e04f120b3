using System.Threading.Channels;
using Grpc.Core;
using LocalHost.Hosting;
using LocalHost.Worker;
using LocalHost.Worker.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace RegelLoket.Tests.LocalHost;

/// <summary>The worker's end of the contract with the host, for one function; a test says what it answers.</summary>
internal sealed class FakeWorker : IAsyncStreamReader<StreamingMessage>, IServerStreamWriter<StreamingMessage>
{
    private const string FunctionId = "id-of-slow";

    private readonly Channel<StreamingMessage> said = Channel.CreateUnbounded<StreamingMessage>();
    private readonly Channel<StreamingMessage> heard = Channel.CreateUnbounded<StreamingMessage>();

    public StreamingMessage Current { get; private set; } = new();

    public WriteOptions? WriteOptions { get; set; }

    /// <summary>The channel of an app with one function.</summary>
    public static (WorkerChannel Channel, AppFunction Function) ChannelOfOne()
    {
        var folder = Directory.CreateTempSubdirectory("fake-app-").FullName;
        File.WriteAllText(Path.Combine(folder, "functions.metadata"), """
            [{"name":"Slow","scriptFile":"App.dll","entryPoint":"App.Slow","bindings":[
              {"name":"message","direction":"In","type":"queueTrigger","queueName":"slow"}]}]
            """);
        var functions = AppFunction.Load(folder);
        Directory.Delete(folder, recursive: true);
        return (new WorkerChannel(functions, NullLoggerFactory.Instance), functions[0]);
    }

    /// <summary>Joins the host, and says of its function that it is loaded, or why it is not.</summary>
    public Task JoinAsync(WorkerChannel channel, string? fault = null, string function = "Slow", bool servesHttp = true)
    {
        var stream = channel.EventStream(this, this, new CallContext());
        Say(new() { StartStream = new() { WorkerId = "worker" } });
        var ready = new WorkerInitResponse();
        if (servesHttp)
        {
            ready.Capabilities["HttpUri"] = "http://127.0.0.1:9/";
        }

        Say(new() { WorkerInitResponse = ready });
        Say(new()
        {
            FunctionMetadataResponse = new() { Functions = { new FunctionMetadata { Name = function, FunctionId = FunctionId } } },
        });
        Say(new() { FunctionLoadResponse = new() { FunctionId = FunctionId, Result = ResultOf(fault) } });
        return stream;
    }

    /// <summary>The next invocation that the host asks for.</summary>
    public async Task<InvocationRequest> InvokedAsync() => (await NextAsync(StreamingMessage.ContentOneofCase.InvocationRequest))
        .InvocationRequest;

    public async Task<StreamingMessage> NextAsync(StreamingMessage.ContentOneofCase kind)
    {
        await foreach (var message in heard.Reader.ReadAllAsync())
        {
            if (message.ContentCase == kind)
            {
                return message;
            }
        }

        throw new InvalidOperationException($"The host said no {kind}.");
    }

    public void Answer(InvocationRequest request, string? text, string? fault = null) => Say(new()
    {
        InvocationResponse = new()
        {
            InvocationId = request.InvocationId,
            Result = ResultOf(fault),
            ReturnValue = text is null ? null : new TypedData { Text = text },
        },
    });

    /// <summary>Ends as a process does: without a word.</summary>
    public void Leave() => said.Writer.Complete();

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (!await said.Reader.WaitToReadAsync(cancellationToken))
        {
            return false;
        }

        Current = await said.Reader.ReadAsync(cancellationToken);
        return true;
    }

    public Task WriteAsync(StreamingMessage message)
    {
        heard.Writer.TryWrite(message);
        return Task.CompletedTask;
    }

    private void Say(StreamingMessage message) => said.Writer.TryWrite(message);

    private static StatusResult ResultOf(string? fault) => fault is null
        ? new() { Status = StatusResult.Types.Status.Success }
        : new() { Status = StatusResult.Types.Status.Failure, Exception = new() { Message = fault } };

    /// <summary>A call of which the channel reads nothing but its token.</summary>
    private sealed class CallContext : ServerCallContext
    {
        protected override string MethodCore => "EventStream";

        protected override string HostCore => "localhost";

        protected override string PeerCore => "worker";

        protected override DateTime DeadlineCore => DateTime.MaxValue;

        protected override Metadata RequestHeadersCore => [];

        protected override CancellationToken CancellationTokenCore => default;

        protected override Metadata ResponseTrailersCore => [];

        protected override Status StatusCore { get; set; }

        protected override WriteOptions? WriteOptionsCore { get; set; }

        protected override AuthContext AuthContextCore => new("", []);

        protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
            throw new NotSupportedException();

        protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => Task.CompletedTask;
    }
}
