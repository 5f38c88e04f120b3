using System.Collections;
using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace LocalRuntime.Hosting.Invocation;

/// <summary>One invocation on this host.</summary>
internal sealed class LocalFunctionContext : FunctionContext
{
    public const string HttpContextKey = "HttpRequestContext";

    private readonly InvocationBindings bindings;
    private InvocationTrace? trace;
    private InvocationFeatures? features;
    private IDictionary<object, object>? items;

    public LocalFunctionContext(Function function, InvocationTrigger trigger, IServiceProvider services, CancellationToken cancellation)
    {
        Function = function;
        Trigger = trigger;
        InstanceServices = services;
        CancellationToken = cancellation;
        bindings = new InvocationBindings(trigger.BindingData);
        Outcome = new InvocationOutcome(function);
        if (trigger.Value is Microsoft.AspNetCore.Http.HttpContext http)
        {
            Items[HttpContextKey] = http;
        }
    }

    public Function Function { get; }

    public InvocationTrigger Trigger { get; }

    public InvocationOutcome Outcome { get; }

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => Function.Id;

    public override TraceContext TraceContext => trace ??= new InvocationTrace(Activity.Current);

    public override BindingContext BindingContext => bindings;

    public override RetryContext RetryContext => Trigger;

    public override IServiceProvider InstanceServices { get; set; }

    public override FunctionDefinition FunctionDefinition => Function;

    public override IDictionary<object, object> Items
    {
        get => items ??= new Dictionary<object, object>();
        set => items = value;
    }

    public override IInvocationFeatures Features => features ??= new InvocationFeatures();

    public override CancellationToken CancellationToken { get; }

    private sealed class InvocationBindings(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }

    private sealed class InvocationTrace(Activity? activity) : TraceContext
    {
        public override string TraceParent { get; } = activity?.Id ?? "";

        public override string TraceState { get; } = activity?.TraceStateString ?? "";
    }

    private sealed class InvocationFeatures : IInvocationFeatures
    {
        private readonly Dictionary<Type, object> features = [];

        public void Set<T>(T? instance)
        {
            if (instance is null)
            {
                features.Remove(typeof(T));
            }
            else
            {
                features[typeof(T)] = instance;
            }
        }

        public T? Get<T>() => features.TryGetValue(typeof(T), out var feature) ? (T)feature : default;

        public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => features.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
