using System.Reflection;
using System.Reflection.Emit;
using LocalRuntime.Hosting;
using LocalRuntime.Hosting.Invocation;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace RegelLoket.Tests.LocalRuntime.Hosting;

/// <summary>Functions that the worker could not run are named at start, not at their first call.</summary>
public sealed class DiscoveryTests
{
    [Theory]
    [InlineData(nameof(Samples.NullableInput), "by its exact type")]
    [InlineData(nameof(Samples.InterfaceInput), "by its exact type")]
    [InlineData(nameof(Samples.PocoTrigger), "binds HttpRequest or HttpContext")]
    [InlineData(nameof(Samples.WrongClient), "must be a DurableTaskClient")]
    [InlineData(nameof(Samples.WrongTimer), "binds TimerInfo")]
    public void Function_WithAParameterThatCannotBeBound_IsNamed(string method, string why)
    {
        var info = typeof(Samples).GetMethod(method)!;
        var parameter = info.GetParameters()[0];
        var trigger = parameter.GetCustomAttribute<Microsoft.Azure.Functions.Worker.Extensions.Abstractions.TriggerBindingAttribute>()!;

        var exception = Assert.Throws<StartupException>(() => new Function(method, info, parameter, trigger));

        Assert.Contains(why, exception.Message, StringComparison.Ordinal);
        Assert.Contains($"'{method}'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Discover_AnAssemblyWithoutFunctions_FindsNone()
    {
        var empty = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Empty"), AssemblyBuilderAccess.Run);

        Assert.Empty(FunctionCatalog.Discover(empty).All);
    }

    /// <summary>Reflection makes a parameter anew for whoever asks, and at the first call also for two threads that ask at once.</summary>
    [Fact]
    public void Function_WithItsTriggerAsAnotherInstance_BindsIt()
    {
        var parameter = typeof(Inheritor).GetMethod(nameof(Inherited.Run), BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy)!.GetParameters()[0];
        var method = typeof(Inherited).GetMethod(nameof(Inherited.Run))!;
        Assert.NotSame(method.GetParameters()[0], parameter);

        var function = new Function("run", method, parameter, parameter.GetCustomAttribute<OrchestrationTriggerAttribute>()!);

        Assert.Equal("run", function.Name);
    }

    public class Inherited
    {
        public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) => Task.FromResult(context);
    }

    public sealed class Inheritor : Inherited;

    public static class Samples
    {
        public static Task NullableInput([OrchestrationTrigger] TaskOrchestrationContext context, int? input) => Task.FromResult((context, input));

        public static Task InterfaceInput([OrchestrationTrigger] TaskOrchestrationContext context, IReadOnlyList<int> input) => Task.FromResult((context, input));

        public static IResult PocoTrigger([HttpTrigger] Version version) => Results.Ok(version);

        public static IResult WrongClient([HttpTrigger] HttpRequest request, [DurableClient] IAsyncDisposable client) => Results.Ok((request, client));

        public static void WrongTimer([TimerTrigger("0 * * * * *")] string timer) => ArgumentNullException.ThrowIfNull(timer);
    }
}
