using System.Reflection;
using LocalHost.Hosting;
using LocalHost.Http;
using LocalHost.Startup;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;

namespace RegelLoket.Tests.LocalHost;

/// <summary>The methods that the WebJobs SDK finds for the functions of an app.</summary>
public sealed class FunctionTypesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("function-types-").FullName;

    [Theory]
    [InlineData("\"type\":\"httpTrigger\",\"route\":\"x\"", typeof(HttpCall), typeof(Task))]
    [InlineData("\"type\":\"orchestrationTrigger\"", typeof(string), typeof(Task<object>))]
    [InlineData("\"type\":\"activityTrigger\"", typeof(string), typeof(Task<object>))]
    [InlineData("\"type\":\"queueTrigger\",\"queueName\":\"q\"", typeof(string), typeof(Task))]
    [InlineData("\"type\":\"queueTrigger\",\"queueName\":\"q\",\"dataType\":\"Binary\"", typeof(byte[]), typeof(Task))]
    [InlineData("\"type\":\"queueTrigger\",\"queueName\":\"q\",\"properties\":{\"supportsDeferredBinding\":\"True\"}",
        typeof(ParameterBindingData), typeof(Task))]
    [InlineData("\"type\":\"timerTrigger\",\"schedule\":\"0 0 3 * * *\"", typeof(TimerInfo), typeof(Task))]
    public void GetTypes_EachTrigger_HasAMethodWithItsValue(string trigger, Type parameter, Type returns)
    {
        var method = MethodOf(trigger);

        Assert.Equal((parameter, returns), (method.GetParameters()[0].ParameterType, method.ReturnType));
        Assert.Equal("Run", method.GetCustomAttribute<FunctionNameAttribute>()!.Name);
        Assert.Equal("in", method.GetParameters()[0].Name);
    }

    [Fact]
    public void GetTypes_HttpFunction_IsRunByTheHostAlone() =>
        Assert.NotNull(MethodOf("\"type\":\"httpTrigger\"").GetCustomAttribute<NoAutomaticTriggerAttribute>());

    [Fact]
    public void GetTypes_QueueFunction_NamesItsQueueAndConnection()
    {
        var queue = MethodOf("\"type\":\"queueTrigger\",\"queueName\":\"orders\",\"connection\":\"Other\"").GetParameters()[0]
            .GetCustomAttribute<QueueTriggerAttribute>()!;

        Assert.Equal(("orders", "Other"), (queue.QueueName, queue.Connection));
    }

    [Fact]
    public void GetTypes_TimerFunction_HasItsScheduleAndFlags()
    {
        var timer = MethodOf("\"type\":\"timerTrigger\",\"schedule\":\"0 0 3 * * *\",\"runOnStartup\":true,\"useMonitor\":false")
            .GetParameters()[0].GetCustomAttribute<TimerTriggerAttribute>()!;

        Assert.Equal(("0 0 3 * * *", true, false), (timer.ScheduleExpression, timer.RunOnStartup, timer.UseMonitor));
    }

    [Fact]
    public void GetTypes_OrchestrationWithANameOfItsOwn_KeepsIt() => Assert.Equal(
        "Sum",
        MethodOf("\"type\":\"orchestrationTrigger\",\"orchestration\":\"Sum\"").GetParameters()[0]
            .GetCustomAttribute<OrchestrationTriggerAttribute>()!.Orchestration);

    [Theory]
    [InlineData("\"type\":\"blobTrigger\",\"path\":\"x\"", "", "blobTrigger")]
    [InlineData("\"type\":\"httpTrigger\"", ",{\"name\":\"out\",\"direction\":\"Out\",\"type\":\"queue\"}", "queue")]
    public void FunctionTypes_BindingThatThisHostHasNot_IsNamed(string trigger, string more, string type)
    {
        var refusal = Assert.Throws<StartupException>(() => TypesOf(trigger, more));

        Assert.Contains("'Run'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(type, refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private MethodInfo MethodOf(string trigger) => TypesOf(trigger).GetTypes()[0].GetMethod("Run")!;

    private FunctionTypes TypesOf(string trigger, string more = "")
    {
        File.WriteAllText(Path.Combine(folder, "functions.metadata"), $$"""
            [{"name":"Run","scriptFile":"App.dll","entryPoint":"App.Run","bindings":[{"name":"in","direction":"In",{{trigger}}}{{more}}]}]
            """);
        return new FunctionTypes(AppFunction.Load(folder), (_, _, _, _) => Task.FromResult<object?>(null));
    }
}
