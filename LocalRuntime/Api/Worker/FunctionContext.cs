using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>One invocation of a function, as middleware and the function see it.</summary>
public abstract class FunctionContext
{
    public abstract string InvocationId { get; }

    public abstract string FunctionId { get; }

    public abstract TraceContext TraceContext { get; }

    public abstract BindingContext BindingContext { get; }

    public abstract RetryContext RetryContext { get; }

    public abstract IServiceProvider InstanceServices { get; set; }

    public abstract FunctionDefinition FunctionDefinition { get; }

#pragma warning disable CA2227 // The public contract has a setter.
    public abstract IDictionary<object, object> Items { get; set; }
#pragma warning restore CA2227

    public abstract IInvocationFeatures Features { get; }

    public virtual CancellationToken CancellationToken { get; }
}

/// <summary>The values that the trigger gave, by name: route values, message properties.</summary>
public abstract class BindingContext
{
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}

/// <summary>The W3C trace that an invocation belongs to.</summary>
public abstract class TraceContext
{
    public abstract string TraceParent { get; }

    public abstract string TraceState { get; }

    public virtual IReadOnlyDictionary<string, string> Attributes => System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    public virtual IReadOnlyDictionary<string, string> Baggage => System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;
}

/// <summary>Which attempt of an invocation this is.</summary>
public abstract class RetryContext
{
    public abstract int RetryCount { get; }

    public abstract int MaxRetryCount { get; }
}

/// <summary>What the parts of the runtime attach to an invocation, by type.</summary>
#pragma warning disable CA1710 // The public contract's name.
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
#pragma warning restore CA1710
{
    void Set<T>(T? instance);

    T? Get<T>();
}

/// <summary>Loggers from the services of an invocation.</summary>
public static class FunctionContextLoggerExtensions
{
    public static ILogger<T?> GetLogger<T>(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.InstanceServices.GetService<ILogger<T?>>() ?? throw new InvalidOperationException("No logger is registered.");
    }

    public static ILogger GetLogger(this FunctionContext context, string categoryName)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.InstanceServices.GetRequiredService<ILoggerFactory>().CreateLogger(categoryName);
    }
}
