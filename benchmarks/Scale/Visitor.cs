namespace Bench.Scale;

/// <summary>A visitor who reads on, so that a time without answers is seen.</summary>
internal sealed class Visitor(DeskClient client)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest time that the visitor waited for an answer, refusals included.</summary>
    public TimeSpan LongestWait { get; private set; }

    public async Task ReadAsync(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var asked = TimeProvider.System.GetTimestamp();
            await client.SendAsync(HttpMethod.Get, "/v1/wetten");
            var waited = TimeProvider.System.GetElapsedTime(asked);
            LongestWait = waited > LongestWait ? waited : LongestWait;
            await Task.Delay(Between, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
