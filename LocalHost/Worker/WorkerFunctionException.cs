using RpcException = LocalHost.Worker.Wire.RpcException;

namespace LocalHost.Worker;

/// <summary>A failure in the worker, with a message whose details the durable extension can parse.</summary>
internal sealed class WorkerFunctionException(RpcException? failure)
    : Exception($"Result: Failure\nException: {failure?.Message}\nStack: {failure?.StackTrace}");
