using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace LocalRuntime.Hosting.Invocation;

/// <summary>All functions of an app, found by attribute.</summary>
internal sealed class FunctionCatalog
{
    private readonly Dictionary<string, Function> orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Function> activities = new(StringComparer.OrdinalIgnoreCase);

    private FunctionCatalog(IReadOnlyList<Function> all)
    {
        All = all;
        foreach (var function in all)
        {
            if (function.Trigger is OrchestrationTriggerAttribute orchestration)
            {
                orchestrators.Add(orchestration.Orchestration ?? function.Name, function);
            }
            else if (function.Trigger is ActivityTriggerAttribute activity)
            {
                activities.Add(activity.Activity ?? function.Name, function);
            }
        }
    }

    public IReadOnlyList<Function> All { get; }

    public bool HasDurable => orchestrators.Count + activities.Count > 0;

    public static FunctionCatalog Discover(Assembly assembly)
    {
        const BindingFlags methods = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var found = from type in assembly.GetTypes()
                    from method in type.GetMethods(methods)
                    let attribute = method.GetCustomAttribute<FunctionAttribute>()
                    where attribute is not null
                    orderby attribute.Name
                    select Read(attribute.Name, method);
        Function[] all = [.. found];
        var twice = all.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? new FunctionCatalog(all)
            : throw new StartupException($"Two functions are named '{twice.Key}': {string.Join(", ", twice.Select(function => function.EntryPoint))}.");
    }

    public IEnumerable<(Function Function, TTrigger Trigger)> WithTrigger<TTrigger>()
        where TTrigger : TriggerBindingAttribute => All.Where(f => f.Trigger is TTrigger).Select(f => (f, (TTrigger)f.Trigger));

    public Function? Orchestrator(string name) => orchestrators.GetValueOrDefault(name);

    public Function? Activity(string name) => activities.GetValueOrDefault(name);

    private static Function Read(string name, MethodInfo method)
    {
        var where = $"Function '{name}' ({method.DeclaringType!.FullName}.{method.Name})";
        if (!method.IsPublic || method.DeclaringType.IsAbstract && !method.IsStatic || method.IsGenericMethod)
        {
            throw new StartupException($"{where} must be a public, non-generic method of a class that can be created.");
        }

        var triggers = method.GetParameters()
            .Select(parameter => (Parameter: parameter, Trigger: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(candidate => candidate.Trigger is not null)
            .ToArray();
        return triggers is [var (parameter, trigger)]
            ? new Function(name, method, parameter, trigger!)
            : throw new StartupException($"{where} must have exactly one trigger parameter; it has {triggers.Length}.");
    }
}
