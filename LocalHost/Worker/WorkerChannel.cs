using Grpc.Core;
using LocalHost.Hosting;
using LocalHost.Startup;
using LocalHost.Worker.Wire;

namespace LocalHost.Worker;

/// <summary>The host's side of the worker's gRPC contract; each start of the worker opens a new stream.</summary>
internal sealed class WorkerChannel(IReadOnlyList<AppFunction> functions, ILoggerFactory loggers) : FunctionRpc.FunctionRpcBase
{
    private const int GraceSeconds = 5;

    // The time that a worker takes to start on a slow machine.
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(15);

    private static readonly string[] Capabilities =
        ["RpcHttpBodyOnly", "HandlesInvocationCancelMessage", "HandlesWorkerTerminateMessage", "EnableUserCodeException",
            "IncludeEmptyEntriesInMessagePayload"];

    private readonly ILogger logger = loggers.CreateLogger<WorkerChannel>();
    private readonly TaskCompletionSource<WorkerSession> refused = NewSession();
    private readonly TaskCompletionSource<WorkerSession> closed = NewSession();
    private volatile TaskCompletionSource<WorkerSession> current = NewSession();

    public bool IsReady => current.Task.IsCompletedSuccessfully;

    /// <summary>Returns the address at which the worker accepts HTTP, once every function is loaded.</summary>
    /// <exception cref="StartupException">A function cannot be loaded.</exception>
    public async Task<Uri> HttpAddressAsync(CancellationToken cancellation = default)
    {
        var session = await Task.WhenAny(current.Task, refused.Task).WaitAsync(cancellation);
        return (await session).HttpAddress!;
    }

    /// <summary>Asks the worker to end; does nothing when there is none.</summary>
    public async Task TerminateAsync()
    {
        if (current.Task is { IsCompletedSuccessfully: true } ready)
        {
            var end = new WorkerTerminate { GracePeriod = new GracePeriod { Seconds = GraceSeconds } };
            await ready.Result.TrySendAsync(new StreamingMessage { RequestId = NewId(), WorkerTerminate = end });
        }
    }

    /// <summary>
    /// Fails the invocations in progress and all later ones, so that nothing waits for a worker that does not answer.
    /// </summary>
    public void Close()
    {
        closed.TrySetException(new WorkerProcessExitException());
        // Observed here, since perhaps no invocation follows.
        _ = closed.Task.Exception;
        if (current.Task is { IsCompletedSuccessfully: true } ready)
        {
            ready.Result.Abandon();
        }
    }

    /// <summary>Runs a function in the worker and returns its result. Waits for a worker that is starting.</summary>
    public async Task<TypedData> InvokeAsync(string id, AppFunction function, Action<InvocationRequest> fill,
        CancellationToken cancellation)
    {
        var session = await SessionAsync(cancellation);
        var request = new InvocationRequest { InvocationId = id, FunctionId = session.FunctionIds[function.Name] };
        fill(request);
        var answer = session.UnderWay[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (session.HasEnded || closed.Task.IsCompleted)
        {
            answer.TrySetException(new WorkerProcessExitException());
        }

        await session.SendAsync(new StreamingMessage { RequestId = id, InvocationRequest = request });
        var cancel = new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = id } };
        await using var cancelling = cancellation.Register(() => _ = session.TrySendAsync(cancel));
        var response = await answer.Task;
        return response.Result.Status == StatusResult.Types.Status.Success
            ? response.ReturnValue ?? new TypedData()
            : throw new WorkerFunctionException(response.Result.Exception);
    }

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        using var session = new WorkerSession(responseStream);
        try
        {
            await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
            {
                await TakeAsync(session, message);
            }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException)
        {
            logger.LogInformation("The worker's stream ended: {Reason}", end.Message);
        }
        finally
        {
            // A worker that never became ready leaves its callers waiting for the next one; a later worker's session is
            // not affected.
            if (current.Task is { IsCompletedSuccessfully: true } ready && ready.Result == session)
            {
                current = NewSession();
            }

            session.End();
        }
    }

    private async Task<WorkerSession> SessionAsync(CancellationToken cancellation)
    {
        try
        {
            return await await Task.WhenAny(closed.Task, current.Task).WaitAsync(StartPatience, cancellation);
        }
        catch (TimeoutException)
        {
            // The durable extension recognises this message and retries later.
            throw new InvalidOperationException("Did not find any initialized language workers");
        }
    }

    private static TaskCompletionSource<WorkerSession> NewSession() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task TakeAsync(WorkerSession session, StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.StartStream:
                var start = new WorkerInitRequest { HostVersion = "4.1040.0" };
                start.Capabilities.Add(Capabilities.ToDictionary(name => name, _ => "true"));
                await session.SendAsync(new StreamingMessage { RequestId = message.RequestId, WorkerInitRequest = start });
                break;
            case StreamingMessage.ContentOneofCase.WorkerInitResponse:
                if (!message.WorkerInitResponse.Capabilities.TryGetValue("HttpUri", out var http))
                {
                    Refuse("The app serves no HTTP itself: it lacks ConfigureFunctionsWebApplication().");
                    break;
                }

                session.HttpAddress = new Uri(http);
                await session.SendAsync(new StreamingMessage
                { RequestId = NewId(), FunctionsMetadataRequest = new FunctionsMetadataRequest() });
                break;
            case StreamingMessage.ContentOneofCase.FunctionMetadataResponse:
                await LoadAsync(session, message.FunctionMetadataResponse);
                break;
            case StreamingMessage.ContentOneofCase.FunctionLoadResponse:
                Loaded(session, message.FunctionLoadResponse);
                break;
            case StreamingMessage.ContentOneofCase.InvocationResponse
                when session.UnderWay.TryRemove(message.InvocationResponse.InvocationId, out var waiting):
                waiting.TrySetResult(message.InvocationResponse);
                break;
            case StreamingMessage.ContentOneofCase.RpcLog:
                Log(message.RpcLog);
                break;
        }
    }

    private async Task LoadAsync(WorkerSession session, FunctionMetadataResponse response)
    {
        var ids = response.Functions.ToDictionary(function => function.Name, function => function.FunctionId);
        foreach (var function in functions)
        {
            if (!ids.TryGetValue(function.Name, out var id))
            {
                Refuse($"Function '{function.Name}' of functions.metadata is not in the app. Build it again.");
                return;
            }

            session.FunctionIds[function.Name] = id;
            var metadata = function.Metadata.Clone();
            metadata.FunctionId = id;
            var load = new FunctionLoadRequest { FunctionId = metadata.FunctionId, Metadata = metadata };
            await session.SendAsync(new StreamingMessage { RequestId = NewId(), FunctionLoadRequest = load });
        }
    }

    private void Loaded(WorkerSession session, FunctionLoadResponse response)
    {
        if (response.Result.Status != StatusResult.Types.Status.Success)
        {
            var name = session.FunctionIds.FirstOrDefault(function => function.Value == response.FunctionId).Key;
            Refuse($"Function '{name}' cannot be loaded: {response.Result.Exception?.Message}");
        }
        else if (++session.Loaded == functions.Count && !refused.Task.IsCompleted)
        {
            current.TrySetResult(session);
        }
    }

    /// <summary>Makes the start fail; calls that wait for the worker keep waiting, since the host does not start.</summary>
    private void Refuse(string reason) => refused.TrySetException(new StartupException(reason));

    private void Log(RpcLog log)
    {
        var failure = log.Exception is { } exception ? $" {exception.Message}" : "";
        loggers.CreateLogger(log.Category is { Length: > 0 } category ? category : "Worker")
            .Log((LogLevel)log.Level, "{Message}{Failure}", log.Message, failure);
    }

    private static string NewId() => Guid.NewGuid().ToString();
}
