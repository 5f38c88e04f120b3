namespace LocalRuntime.Hosting;

/// <summary>Ends invocations that are still under way when the time for an orderly stop is over.</summary>
internal sealed class HostShutdown : IDisposable
{
    private readonly CancellationTokenSource forced = new();

    public CancellationToken Forced => forced.Token;

    public void Force() => forced.Cancel();

    public void Dispose() => forced.Dispose();
}
