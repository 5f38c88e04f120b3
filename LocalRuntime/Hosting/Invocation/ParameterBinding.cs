using System.Reflection;
using Azure.Storage.Queues.Models;
using LocalRuntime.Hosting.Durable;
using LocalRuntime.Hosting.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace LocalRuntime.Hosting.Invocation;

/// <summary>How one parameter of a function gets its value; decided once, at start.</summary>
internal sealed class ParameterBinding(Func<LocalFunctionContext, ValueTask<object?>> bind)
{
    public ValueTask<object?> Bind(LocalFunctionContext context) => bind(context);

    public static ParameterBinding For(Function function, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (type == typeof(FunctionContext))
        {
            return From(context => context);
        }

        if (type == typeof(CancellationToken))
        {
            return From(context => context.CancellationToken);
        }

        if (parameter.GetCustomAttribute<DurableClientAttribute>() is not null)
        {
            return type == typeof(DurableTaskClient)
                ? From(context => context.InstanceServices.GetRequiredService<DurableHost>().Client)
                : throw Unbindable(function, parameter, "a [DurableClient] parameter must be a DurableTaskClient");
        }

        return function.Trigger switch
        {
            HttpTriggerAttribute => ForHttp(function, parameter),
            QueueTriggerAttribute => function.IsTrigger(parameter) ? ForMessage(type) : ByName(parameter),
            TimerTriggerAttribute => function.IsTrigger(parameter) ? ForTimer(function, parameter) : ByName(parameter),
            OrchestrationTriggerAttribute => ForOrchestration(function, parameter),
            ActivityTriggerAttribute => function.IsTrigger(parameter) ? ForActivity(type) : ByName(parameter),
            var trigger => throw new StartupException($"Function '{function.Name}': the trigger {trigger.GetType().Name} is not known here."),
        };
    }

    private static ParameterBinding From(Func<LocalFunctionContext, object?> read) => new(context => ValueTask.FromResult(read(context)));

    private static ParameterBinding ForHttp(Function function, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (type == typeof(HttpContext))
        {
            return From(context => context.Trigger.Value);
        }

        if (type == typeof(HttpRequest))
        {
            return From(context => ((HttpContext)context.Trigger.Value).Request);
        }

        if (parameter.GetCustomAttribute<FromBodyAttribute>() is not null)
        {
            return new(context => RequestBody.ReadAsync((HttpContext)context.Trigger.Value, type));
        }

        return function.IsTrigger(parameter)
            ? throw Unbindable(function, parameter, "an HTTP trigger binds HttpRequest or HttpContext")
            : ByName(parameter);
    }

    private static ParameterBinding ForMessage(Type type) => type switch
    {
        _ when type == typeof(QueueMessage) => From(context => context.Trigger.Value),
        _ when type == typeof(BinaryData) => From(context => Body(context)),
        _ when type == typeof(string) => From(context => Body(context).ToString()),
        _ when type == typeof(byte[]) => From(context => Body(context).ToArray()),
        _ => From(context => context.InstanceServices.GetRequiredService<PayloadSerializer>().Deserialize(Body(context), type)),
    };

    private static BinaryData Body(LocalFunctionContext context) => ((QueueMessage)context.Trigger.Value).Body;

    private static ParameterBinding ForTimer(Function function, ParameterInfo parameter) => parameter.ParameterType == typeof(TimerInfo)
        ? From(context => context.Trigger.Value)
        : throw Unbindable(function, parameter, "a timer trigger binds TimerInfo");

    private static ParameterBinding ForActivity(Type type) => From(context =>
        ((ActivityInput)context.Trigger.Value).Serialized is { } json
            ? context.InstanceServices.GetRequiredService<PayloadSerializer>().Deserialize(new BinaryData(json), type)
            : null);

    // The input is the first parameter that nothing else binds; the worker matches it by its exact type.
    private static ParameterBinding ForOrchestration(Function function, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (function.IsTrigger(parameter))
        {
            return type == typeof(TaskOrchestrationContext)
                ? From(context => context.Trigger.Value)
                : throw Unbindable(function, parameter, "an orchestration trigger binds TaskOrchestrationContext");
        }

        if (type.IsInterface || type.IsAbstract || Nullable.GetUnderlyingType(type) is not null)
        {
            throw Unbindable(function, parameter, "the worker binds an orchestrator's input by its exact type: use a concrete record or class, or context.GetInput<T>()");
        }

        var read = typeof(ParameterBinding).GetMethod(nameof(ReadInput), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type)
            .CreateDelegate<Func<TaskOrchestrationContext, object?>>();
        return From(context => read((TaskOrchestrationContext)context.Trigger.Value));
    }

    private static object? ReadInput<T>(TaskOrchestrationContext context) => context.GetInput<T>();

    private static ParameterBinding ByName(ParameterInfo parameter)
    {
        var name = parameter.Name!;
        var type = parameter.ParameterType;
        var fallback = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        return From(context =>
            context.Trigger.BindingData.TryGetValue(name, out var value) && value is not null ? BoundValue.Convert(name, value, type) : fallback);
    }

    private static StartupException Unbindable(Function function, ParameterInfo parameter, string why) =>
        new($"Function '{function.Name}': parameter '{parameter.Name}' of type {parameter.ParameterType.Name} cannot be bound: {why}.");
}
