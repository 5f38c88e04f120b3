using System.Collections.ObjectModel;
using Microsoft.Azure.Functions.Worker;

namespace LocalRuntime.Hosting.Invocation;

/// <summary>What set off an invocation: the request, the message, the timer's state, or the durable context.</summary>
internal sealed class InvocationTrigger(object value, IReadOnlyDictionary<string, object?>? bindingData = null, int retryCount = 0, int maxRetryCount = 0)
    : RetryContext
{
    public object Value { get; } = value;

    public IReadOnlyDictionary<string, object?> BindingData { get; } = bindingData ?? ReadOnlyDictionary<string, object?>.Empty;

    public override int RetryCount => retryCount;

    public override int MaxRetryCount => maxRetryCount;
}

/// <summary>The input of an activity, still serialized.</summary>
internal sealed record ActivityInput(string InstanceId, string? Serialized);
