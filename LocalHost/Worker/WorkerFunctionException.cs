using RpcException = LocalHost.Worker.Wire.RpcException;

namespace LocalHost.Worker;

/// <summary>A failure in the worker, worded so that the durable extension can read its details.</summary>
internal sealed class WorkerFunctionException(RpcException? failure)
    : Exception($"Result: Failure\nException: {failure?.Message}\nStack: {failure?.StackTrace}");
