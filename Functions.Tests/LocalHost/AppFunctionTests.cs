using LocalHost.Hosting;
using LocalHost.Startup;

namespace RegelLoket.Tests.LocalHost;

/// <summary>What the host reads of the functions that a build wrote down.</summary>
public sealed class AppFunctionTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("functions-").FullName;

    [Fact]
    public void Load_FunctionWithClientAndOutput_HasItsBindings()
    {
        var function = Assert.Single(Load("""
            [{"name":"Start","scriptFile":"App.dll","entryPoint":"App.Start","bindings":[
              {"name":"request","direction":"In","type":"httpTrigger","route":"start/{id}","methods":["post"]},
              {"name":"client","direction":"In","type":"durableClient","taskHub":"%TASKHUB_NAME%"},
              {"name":"$return","direction":"Out","type":"http"}]}]
            """));

        Assert.Equal(("Start", "httpTrigger", "request"), (function.Name, function.TriggerType, function.TriggerName));
        Assert.Equal("start/{id}", AppFunction.Text(function.Trigger, "route"));
        Assert.Null(AppFunction.Text(function.Trigger, "schedule"));
        Assert.Equal(["http"], function.Outputs);
        Assert.Equal("%TASKHUB_NAME%", AppFunction.Text(Assert.Single(function.Clients), "taskHub"));
        Assert.Equal(folder, function.Metadata.Directory);
        Assert.False(function.TriggerIsBoundInWorker);
    }

    [Theory]
    [InlineData("""{"supportsDeferredBinding":"True"}""", true)]
    [InlineData("""{"supportsDeferredBinding":"False"}""", false)]
    [InlineData("""{"supportsDeferredBinding":"soms"}""", false)]
    [InlineData("{}", false)]
    public void TriggerIsBoundInWorker_AsTheBuildSays(string properties, bool expected)
    {
        var function = Assert.Single(Load($$"""
            [{"name":"Take","scriptFile":"App.dll","entryPoint":"App.Take","bindings":[
              {"name":"message","direction":"In","type":"queueTrigger","queueName":"orders","properties":{{properties}}}]}]
            """));

        Assert.Equal(expected, function.TriggerIsBoundInWorker);
    }

    [Theory]
    [InlineData("[{")]
    [InlineData("{}")]
    [InlineData("[7]")]
    [InlineData("""[{"name":"Start"}]""")]
    [InlineData("""[{"name":"Start","scriptFile":"App.dll","entryPoint":"App.Start","bindings":[]}]""")]
    [InlineData(null)]
    public void Load_FileThatNoBuildWrote_IsNamed(string? metadata)
    {
        var refusal = Assert.Throws<StartupException>(() => Load(metadata));

        Assert.Contains("functions.metadata cannot be read", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private IReadOnlyList<AppFunction> Load(string? metadata)
    {
        if (metadata is not null)
        {
            File.WriteAllText(Path.Combine(folder, "functions.metadata"), metadata);
        }

        return AppFunction.Load(folder);
    }
}
