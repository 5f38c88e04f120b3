using LocalHost.Startup;
using LocalHost.Worker;
using LocalHost.Worker.Wire;

namespace RegelLoket.Tests.LocalHost;

/// <summary>What becomes of an invocation, whatever the worker does with it.</summary>
public sealed class WorkerChannelTests
{
    [Fact]
    public async Task InvokeAsync_BeforeTheWorkerIsThere_WaitsForItAndReturnsItsAnswer()
    {
        var (channel, function) = FakeWorker.ChannelOfOne();
        var worker = new FakeWorker();
        var answer = channel.InvokeAsync("one", function, request => request.TraceContext = new() { TraceParent = "00-1" }, default);

        _ = worker.JoinAsync(channel);
        var asked = await worker.InvokedAsync();
        worker.Answer(asked, "done");

        Assert.Equal("done", (await answer).Text);
        Assert.Equal(("one", "00-1"), (asked.InvocationId, asked.TraceContext.TraceParent));
        Assert.Equal(new Uri("http://127.0.0.1:9/"), await channel.HttpAddressAsync());
    }

    [Fact]
    public async Task InvokeAsync_FunctionFails_TellsWhy()
    {
        var (channel, function) = FakeWorker.ChannelOfOne();
        var worker = new FakeWorker();
        _ = worker.JoinAsync(channel);
        var answer = channel.InvokeAsync("one", function, _ => { }, default);

        worker.Answer(await worker.InvokedAsync(), text: null, fault: "No such case.");

        var failure = await Assert.ThrowsAsync<WorkerFunctionException>(() => answer);
        Assert.Contains("No such case.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvokeAsync_WorkerEndsBeforeItAnswers_FailsAsTheDurableExtensionExpectsAndTheNextWorkerGetsTheNext()
    {
        var (channel, function) = FakeWorker.ChannelOfOne();
        var first = new FakeWorker();
        var stream = first.JoinAsync(channel);
        var answer = channel.InvokeAsync("one", function, _ => { }, default);
        await first.InvokedAsync();

        first.Leave();
        await stream;
        var second = new FakeWorker();
        var next = channel.InvokeAsync("two", function, _ => { }, default);
        _ = second.JoinAsync(channel);
        second.Answer(await second.InvokedAsync(), "again");

        await Assert.ThrowsAsync<WorkerProcessExitException>(() => answer);
        Assert.Equal("again", (await next).Text);
    }

    [Fact]
    public async Task InvokeAsync_Cancelled_AsksTheWorkerToEndItAndStillWaitsForItsAnswer()
    {
        var (channel, function) = FakeWorker.ChannelOfOne();
        var worker = new FakeWorker();
        _ = worker.JoinAsync(channel);
        using var caller = new CancellationTokenSource();
        var answer = channel.InvokeAsync("one", function, _ => { }, caller.Token);
        var asked = await worker.InvokedAsync();

        await caller.CancelAsync();
        var cancel = await worker.NextAsync(StreamingMessage.ContentOneofCase.InvocationCancel);
        Assert.False(answer.IsCompleted);
        worker.Answer(asked, "half");

        Assert.Equal("one", cancel.InvocationCancel.InvocationId);
        Assert.Equal("half", (await answer).Text);
    }

    [Fact]
    public async Task Close_WhileAWorkerDoesNotAnswer_FailsWhatIsUnderWayAndAllThatFollows()
    {
        var (channel, function) = FakeWorker.ChannelOfOne();
        var worker = new FakeWorker();
        _ = worker.JoinAsync(channel);
        var answer = channel.InvokeAsync("one", function, _ => { }, default);
        await worker.InvokedAsync();

        channel.Close();

        await Assert.ThrowsAsync<WorkerProcessExitException>(() => answer);
        await Assert.ThrowsAsync<WorkerProcessExitException>(() => channel.InvokeAsync("two", function, _ => { }, default));
    }

    [Fact]
    public async Task Close_WhileAnInvocationWaitsForAWorkerThatNeverComes_FailsIt()
    {
        var (channel, function) = FakeWorker.ChannelOfOne();
        var answer = channel.InvokeAsync("one", function, _ => { }, default);

        channel.Close();

        await Assert.ThrowsAsync<WorkerProcessExitException>(() => answer);
    }

    [Fact]
    public async Task Close_ThenTerminate_StillTellsTheWorkerToEnd()
    {
        var (channel, _) = FakeWorker.ChannelOfOne();
        var worker = new FakeWorker();
        _ = worker.JoinAsync(channel);
        await channel.HttpAddressAsync();

        channel.Close();
        await channel.TerminateAsync();

        Assert.NotNull((await worker.NextAsync(StreamingMessage.ContentOneofCase.WorkerTerminate)).WorkerTerminate);
    }

    [Fact]
    public async Task HttpAddressAsync_FunctionThatCannotBeLoaded_NamesItAndTheReason()
    {
        var (channel, _) = FakeWorker.ChannelOfOne();
        _ = new FakeWorker().JoinAsync(channel, fault: "Type not found.");

        var failure = await Assert.ThrowsAsync<StartupException>(() => channel.HttpAddressAsync());

        Assert.Contains("'Slow'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Type not found.", failure.Message, StringComparison.Ordinal);
        Assert.False(channel.IsReady);
    }

    [Fact]
    public async Task HttpAddressAsync_AppWithoutAFunctionOfItsMetadata_NamesIt()
    {
        var (channel, _) = FakeWorker.ChannelOfOne();
        _ = new FakeWorker().JoinAsync(channel, function: "Renamed");

        var failure = await Assert.ThrowsAsync<StartupException>(() => channel.HttpAddressAsync());

        Assert.Contains("'Slow'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Build it again.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HttpAddressAsync_AppThatServesNoHttpItself_SaysWhatItLacks()
    {
        var (channel, _) = FakeWorker.ChannelOfOne();
        _ = new FakeWorker().JoinAsync(channel, servesHttp: false);

        var failure = await Assert.ThrowsAsync<StartupException>(() => channel.HttpAddressAsync());

        Assert.Contains("ConfigureFunctionsWebApplication", failure.Message, StringComparison.Ordinal);
    }
}
