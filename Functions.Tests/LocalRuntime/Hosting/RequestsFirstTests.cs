using LocalRuntime.Hosting.Invocation;

namespace RegelLoket.Tests.LocalRuntime.Hosting;

public sealed class RequestsFirstTests : IDisposable
{
    private readonly RequestsFirst requests = new();
    private readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public void LetBegin_OneRequestUnderWay_DelaysNothing()
    {
        _ = requests.RunAsync(() => answered.Task);

        Assert.True(requests.LetBeginAsync(default).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task LetBegin_SeveralRequestsUnderWay_WaitsUntilTheyAreAnswered()
    {
        var answers = Enumerable.Range(0, 3).Select(_ => requests.RunAsync(() => answered.Task)).ToList();

        var begin = requests.LetBeginAsync(default);
        var waited = !begin.IsCompleted;
        answered.SetResult();
        await Task.WhenAll(answers);
        await begin.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.True(waited);
        Assert.True(requests.LetBeginAsync(default).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task LetBegin_RequestsNeverEnd_BeginsAllTheSame()
    {
        _ = requests.RunAsync(() => answered.Task);
        _ = requests.RunAsync(() => answered.Task);

        await Task.WhenAll(requests.LetBeginAsync(default), requests.LetBeginAsync(default)).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.False(answered.Task.IsCompleted);
    }

    [Fact]
    public async Task LetBegin_RequestFails_CountsNoLonger()
    {
        _ = requests.RunAsync(() => answered.Task);
        await Assert.ThrowsAsync<InvalidOperationException>(() => requests.RunAsync(() => throw new InvalidOperationException()));

        Assert.True(requests.LetBeginAsync(default).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task LetBegin_Cancelled_StopsWaiting()
    {
        _ = requests.RunAsync(() => answered.Task);
        _ = requests.RunAsync(() => answered.Task);
        using var cancellation = new CancellationTokenSource();
        var begin = requests.LetBeginAsync(cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => begin);
    }

    public void Dispose() => requests.Dispose();
}
