using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;

namespace LocalHost.Hosting;

/// <summary>
/// A function of the host itself: returns what the durable extension gives the app's functions for a client (address of
/// its gRPC endpoint, task hub, connection), so that another program can be a client too.
/// </summary>
public static class DurableBinding
{
    private const string Name = "LocalHostDurableBinding";

    [NoAutomaticTrigger]
    [FunctionName(Name)]
    public static async Task GiveAsync(TaskCompletionSource<string> taker, Binder binder, CancellationToken cancellation) =>
        taker.SetResult(await binder.BindAsync<string>(new DurableClientAttribute(), cancellation));

    internal static async Task<string> OfAsync(IJobHost jobs, CancellationToken cancellation)
    {
        var taker = new TaskCompletionSource<string>();
        await jobs.CallAsync(Name, new Dictionary<string, object> { [nameof(taker)] = taker }, cancellation);
        return await taker.Task;
    }
}
