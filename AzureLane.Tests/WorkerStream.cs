using System.Collections.Concurrent;
using Grpc.Core;
using RegelLoket.AzureLane.Wire;

namespace RegelLoket.AzureLane;

/// <summary>The host's end of the stream to the worker: takes it through its start and has it run functions.</summary>
internal sealed class WorkerStream(IReadOnlyList<AppFunction> functions) : FunctionRpc.FunctionRpcBase, IDisposable
{
    private const int Error = 4;

    private static readonly string[] Capabilities = ["RpcHttpBodyOnly", "HandlesInvocationCancelMessage", "HandlesWorkerTerminateMessage", "EnableUserCodeException", "IncludeEmptyEntriesInMessagePayload"];

    private readonly ConcurrentDictionary<string, TaskCompletionSource<InvocationResponse>> underWay = new();
    private readonly TaskCompletionSource<Uri> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim writing = new(1);
    private IServerStreamWriter<StreamingMessage>? worker;
    private Uri? httpAddress;
    private int loaded;

    /// <summary>Where the worker takes HTTP, once every function is loaded.</summary>
    public Task<Uri> Ready => ready.Task;

    /// <summary>What functions failed with, and what the app logged as an error.</summary>
    public ConcurrentQueue<string> Failures { get; } = new();

    /// <summary>Where the durable client finds its engine.</summary>
    public string DurableAddress { get; set; } = "";

    /// <summary>Runs a function; what it failed with is also kept in <see cref="Failures"/>.</summary>
    /// <param name="function">The function.</param>
    /// <param name="id">Ties the invocation to a request that is passed on.</param>
    /// <param name="trigger">What set it off.</param>
    /// <param name="about">What the trigger tells beside it.</param>
    public async Task<InvocationResponse> InvokeAsync(AppFunction function, string id, TypedData trigger, IEnumerable<KeyValuePair<string, string>> about)
    {
        var request = new InvocationRequest
        {
            InvocationId = id,
            FunctionId = function.Metadata.FunctionId,
            TraceContext = new TraceContext { TraceParent = $"00-{Guid.NewGuid():N}-{Guid.NewGuid().ToString("N")[..16]}-01" },
            Input = { new ParameterBinding { Name = function.TriggerName, Data = trigger } },
        };
        request.Input.AddRange(function.Metadata.Bindings.Where(binding => binding.Value.Type == "durableClient")
            .Select(binding => new ParameterBinding { Name = binding.Key, Data = new TypedData { Text = DurableClientInput.Of(DurableAddress) } }));
        foreach (var (name, value) in about)
        {
            request.TriggerMetadata[name] = new TypedData { Text = value };
        }

        var answer = underWay[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(new StreamingMessage { RequestId = id, InvocationRequest = request });
        var response = await answer.Task;
        if (response.Result.Status != StatusResult.Types.Status.Success)
        {
            Failures.Enqueue($"{function.Name}: {response.Result.Exception?.Message} {response.Result.Exception?.StackTrace}");
        }

        return response;
    }

    public override async Task EventStream(IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        worker = responseStream;
        await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
        {
            await TakeAsync(message);
        }
    }

    public void Dispose() => writing.Dispose();

    private async Task TakeAsync(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.StartStream:
                var start = new WorkerInitRequest { HostVersion = "4.0.0.0" };
                foreach (var capability in Capabilities)
                {
                    start.Capabilities[capability] = "true";
                }

                await SendAsync(new StreamingMessage { RequestId = message.RequestId, WorkerInitRequest = start });
                break;
            case StreamingMessage.ContentOneofCase.WorkerInitResponse:
                httpAddress = new Uri(message.WorkerInitResponse.Capabilities["HttpUri"]);
                await SendAsync(new StreamingMessage { RequestId = $"{Guid.NewGuid()}", FunctionsMetadataRequest = new FunctionsMetadataRequest() });
                break;
            case StreamingMessage.ContentOneofCase.FunctionMetadataResponse:
                await LoadAsync(message.FunctionMetadataResponse);
                break;
            case StreamingMessage.ContentOneofCase.FunctionLoadResponse when message.FunctionLoadResponse.Result.Status != StatusResult.Types.Status.Success:
                ready.TrySetException(new InvalidOperationException($"A function did not load: {message.FunctionLoadResponse.Result.Exception?.Message}"));
                break;
            case StreamingMessage.ContentOneofCase.FunctionLoadResponse when ++loaded == functions.Count:
                ready.TrySetResult(httpAddress!);
                break;
            case StreamingMessage.ContentOneofCase.InvocationResponse when underWay.TryRemove(message.InvocationResponse.InvocationId, out var waiting):
                waiting.SetResult(message.InvocationResponse);
                break;
            case StreamingMessage.ContentOneofCase.RpcLog when message.RpcLog.Level >= Error:
                Failures.Enqueue($"{message.RpcLog.Category}: {message.RpcLog.Message} {message.RpcLog.Exception?.Message}");
                break;
        }
    }

    /// <summary>The worker tells its functions by ids of its own.</summary>
    private async Task LoadAsync(FunctionMetadataResponse told)
    {
        if (!told.Functions.Select(function => function.Name).Order(StringComparer.Ordinal).SequenceEqual(functions.Select(function => function.Name).Order(StringComparer.Ordinal)))
        {
            ready.TrySetException(new InvalidOperationException("The worker has other functions than functions.metadata."));
            return;
        }

        foreach (var function in functions)
        {
            function.Metadata.FunctionId = told.Functions.Single(own => own.Name == function.Name).FunctionId;
            await SendAsync(new StreamingMessage { RequestId = $"{Guid.NewGuid()}", FunctionLoadRequest = new FunctionLoadRequest { FunctionId = function.Metadata.FunctionId, Metadata = function.Metadata } });
        }
    }

    private async Task SendAsync(StreamingMessage message)
    {
        await writing.WaitAsync();
        try
        {
            await worker!.WriteAsync(message);
        }
        finally
        {
            writing.Release();
        }
    }
}
