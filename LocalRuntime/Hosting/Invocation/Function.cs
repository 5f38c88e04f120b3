using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace LocalRuntime.Hosting.Invocation;

/// <summary>One function of the app, with its calls compiled.</summary>
internal sealed class Function : FunctionDefinition
{
    private readonly CompiledMethod.Call call;
    private readonly ObjectFactory? create;
    private readonly ParameterBinding[] bindings;

    public Function(string name, MethodInfo method, ParameterInfo triggerParameter, TriggerBindingAttribute trigger)
    {
        Name = name;
        Method = method;
        Trigger = trigger;
        TriggerParameter = triggerParameter;
        EntryPoint = $"{method.DeclaringType!.FullName}.{method.Name}";
        Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(EntryPoint + name)))[..16];
        Outputs = FunctionOutput.Of(method);
        call = CompiledMethod.Compile(method);
        create = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, Type.EmptyTypes);
        Parameters = [.. method.GetParameters().Select(p => new FunctionParameter(p.Name!, p.ParameterType, p.HasDefaultValue, p.HasDefaultValue ? p.DefaultValue : null))];
        InputBindings = ImmutableDictionary<string, BindingMetadata>.Empty.Add(triggerParameter.Name!, new Binding(triggerParameter.Name!, TriggerType(trigger), BindingDirection.In));
        OutputBindings = Outputs.ToImmutableDictionary(
            o => o.Name, BindingMetadata (o) => new Binding(o.Name, o.IsHttp ? "http" : "queue", BindingDirection.Out));
        bindings = [.. method.GetParameters().Select(parameter => ParameterBinding.For(this, parameter))];
    }

    public MethodInfo Method { get; }

    public TriggerBindingAttribute Trigger { get; }

    public ParameterInfo TriggerParameter { get; }

    /// <summary>Whether this is the trigger's parameter. By its place: two threads that ask a method for its parameters first may get two instances of each.</summary>
    public bool IsTrigger(ParameterInfo parameter) => parameter.Position == TriggerParameter.Position;

    public IReadOnlyList<FunctionOutput> Outputs { get; }

    public override ImmutableArray<FunctionParameter> Parameters { get; }

    public override string PathToAssembly => Method.DeclaringType!.Assembly.Location;

    public override string EntryPoint { get; }

    public override string Id { get; }

    public override string Name { get; }

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; }

    /// <summary>Binds the parameters, creates the class through its constructor, and calls the method.</summary>
    public async Task InvokeAsync(LocalFunctionContext context)
    {
        var arguments = new object?[bindings.Length];
        for (var i = 0; i < bindings.Length; i++)
        {
            arguments[i] = await bindings[i].Bind(context);
        }

        context.Outcome.Accept(await call(create?.Invoke(context.InstanceServices, null), arguments));
    }

    private static string TriggerType(TriggerBindingAttribute trigger)
    {
        var name = trigger.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal);
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private sealed class Binding(string name, string type, BindingDirection direction) : BindingMetadata
    {
        public override string Name => name;

        public override string Type => type;

        public override BindingDirection Direction => direction;
    }
}

/// <summary>Where a function's return value, or one property of it, goes.</summary>
internal sealed record FunctionOutput(string Name, OutputBindingAttribute Binding, Func<object, object?> Read)
{
    public bool IsHttp => Binding is HttpResultAttribute;

    public static IReadOnlyList<FunctionOutput> Of(MethodInfo method)
    {
        if (method.GetCustomAttribute<OutputBindingAttribute>() is { } onMethod)
        {
            return [new FunctionOutput("$return", onMethod, value => value)];
        }

        return CompiledMethod.ResultType(method) is not { } result
            ? []
            : [.. from property in result.GetProperties()
                  let output = property.GetCustomAttribute<OutputBindingAttribute>()
                  where output is not null
                  select new FunctionOutput(property.Name, output, CompiledMethod.CompileGetter(property))];
    }
}
