using System.Collections.Concurrent;
using System.Diagnostics;

namespace LocalRuntime.Hosting.Queues;

/// <summary>
/// Notices messages that this process sends, whatever client it uses, by the requests that leave it; so an idle listener
/// takes them up at once and not at its next poll.
/// </summary>
internal sealed class QueueWakeUp : IDisposable
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> signals = new(StringComparer.OrdinalIgnoreCase);
    private readonly ActivityListener listener;

    public QueueWakeUp()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Notice,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Waits until a message is sent to this queue, or as long as given.</summary>
    public Task WaitAsync(string queue, TimeSpan atMost, CancellationToken cancellation) => Signal(queue).WaitAsync(atMost, cancellation);

    public void Dispose() => listener.Dispose();

    private SemaphoreSlim Signal(string queue) => signals.GetOrAdd(queue, _ => new SemaphoreSlim(0));

    private void Notice(Activity activity)
    {
        if (activity.GetTagItem("http.request.method") is not "POST" || activity.GetTagItem("url.full") is not string url)
        {
            return;
        }

        var path = url.AsSpan(0, url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query ? query : url.Length);
        if (path.EndsWith("/messages", StringComparison.Ordinal))
        {
            path = path[..^"/messages".Length];
            var signal = signals.GetValueOrDefault(path[(path.LastIndexOf('/') + 1)..].ToString());
            if (signal is { CurrentCount: 0 })
            {
                signal.Release();
            }
        }
    }
}
