using LocalRuntime.Hosting.Invocation;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a function returned; middleware may read and replace it.</summary>
public abstract class InvocationResult<T>
{
    public abstract T? Value { get; set; }
}

/// <summary>What a function returned, untyped.</summary>
public abstract class InvocationResult : InvocationResult<object>
{
}

/// <summary>A value on its way out through an output binding.</summary>
public abstract class OutputBindingData<T>
{
    public abstract string BindingType { get; }

    public abstract string Name { get; }

    public abstract T? Value { get; set; }
}

/// <summary>The result of an invocation, seen from middleware.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    public static InvocationResult<T> GetInvocationResult<T>(this FunctionContext context) => InvocationOutcome.Of(context).Result<T>();

    public static InvocationResult GetInvocationResult(this FunctionContext context) => InvocationOutcome.Of(context).Result();

    public static IEnumerable<OutputBindingData<T>> GetOutputBindings<T>(this FunctionContext context) => InvocationOutcome.Of(context).Outputs<T>();
}
