using System.Reflection;
using System.Reflection.Emit;
using LocalHost.Http;
using LocalHost.Startup;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Azure.WebJobs.Host;
using Binder = Microsoft.Azure.WebJobs.Binder;

namespace LocalHost.Hosting;

/// <summary>
/// Generates a method for each function of the app, since the WebJobs SDK discovers functions as methods with
/// attributes.
/// </summary>
internal sealed class FunctionTypes(IReadOnlyList<AppFunction> functions,
    Func<string, object?, Binder, CancellationToken, Task<object?>> run) : ITypeLocator, IJobActivator
{
    private static readonly MethodInfo Run = typeof(GeneratedFunction)
        .GetMethod("RunAsync", BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly Type generated = Generate(functions);

    public IReadOnlyList<Type> GetTypes() => [generated, typeof(DurableBinding)];

    public T CreateInstance<T>()
    {
        var instance = Activator.CreateInstance<T>();
        ((GeneratedFunction)(object)instance!).Run = run;
        return instance;
    }

    private static Type Generate(IReadOnlyList<AppFunction> functions)
    {
        var type = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("AppFunctions"), AssemblyBuilderAccess.Run)
            .DefineDynamicModule("AppFunctions").DefineType("Functions", TypeAttributes.Public, typeof(GeneratedFunction));
        foreach (var function in functions)
        {
            if (function.Outputs.FirstOrDefault(type => type != "http") is { } output)
            {
                throw new StartupException($"Function '{function.Name}': this host has no output binding of type {output}.");
            }

            var (parameter, attribute) = TriggerOf(function);
            // Orchestrators and activities return their result to the durable extension; other functions return nothing
            // to the host.
            var returns = function.TriggerType is "orchestrationTrigger" or "activityTrigger" ? typeof(Task<object>) : typeof(Task);
            var method = type.DefineMethod(function.Name, MethodAttributes.Public, returns,
                [parameter, typeof(Binder), typeof(CancellationToken)]);
            method.SetCustomAttribute(Attribute<FunctionNameAttribute>([function.Name]));
            var trigger = method.DefineParameter(1, ParameterAttributes.None, function.TriggerName);
            method.DefineParameter(2, ParameterAttributes.None, "_binder");
            method.DefineParameter(3, ParameterAttributes.None, "_cancellation");
            if (attribute is null)
            {
                method.SetCustomAttribute(Attribute<NoAutomaticTriggerAttribute>([]));
            }
            else
            {
                trigger.SetCustomAttribute(attribute);
            }

            var body = method.GetILGenerator();
            body.Emit(OpCodes.Ldarg_0);
            body.Emit(OpCodes.Ldstr, function.Name);
            body.Emit(OpCodes.Ldarg_1);
            body.Emit(OpCodes.Ldarg_2);
            body.Emit(OpCodes.Ldarg_3);
            body.Emit(OpCodes.Call, Run);
            body.Emit(OpCodes.Ret);
        }

        return type.CreateType();
    }

    private static (Type Parameter, CustomAttributeBuilder? Attribute) TriggerOf(AppFunction function)
    {
        string? Text(string name) => AppFunction.Text(function.Trigger, name);
        return function.TriggerType switch
        {
            "httpTrigger" => (typeof(HttpCall), null),
            "orchestrationTrigger" =>
                (typeof(string), Attribute<OrchestrationTriggerAttribute>([], ("Orchestration", Text("orchestration")))),
            "activityTrigger" => (typeof(string), Attribute<ActivityTriggerAttribute>([], ("Activity", Text("activity")))),
            "queueTrigger" => (
                function.TriggerIsBoundInWorker ? typeof(ParameterBindingData)
                    : Text("dataType") == "Binary" ? typeof(byte[]) : typeof(string),
                Attribute<QueueTriggerAttribute>([Text("queueName")], ("Connection", Text("connection")))),
            "timerTrigger" => (typeof(TimerInfo), Attribute<TimerTriggerAttribute>(
                [Text("schedule")],
                ("RunOnStartup", AppFunction.Flag(function.Trigger, "runOnStartup")),
                ("UseMonitor", AppFunction.Flag(function.Trigger, "useMonitor")))),
            var other => throw new StartupException($"Function '{function.Name}': this host has no {other}."),
        };
    }

    private static CustomAttributeBuilder Attribute<T>(object?[] arguments, params (string Name, object? Value)[] properties)
        where T : Attribute
    {
        var given = properties.Where(property => property.Value is not null).ToList();
        return new CustomAttributeBuilder(
            typeof(T).GetConstructor([.. arguments.Select(argument => argument!.GetType())])!, arguments,
            [.. given.Select(property => typeof(T).GetProperty(property.Name)!)], [.. given.Select(property => property.Value)]);
    }
}
