using Microsoft.AspNetCore.Http;

namespace RegelLoket.Storage;

/// <summary>
/// How long the storage requests of one visitor's request may take together, so that a page says within five seconds
/// that storage is slow or away. It flows with the request's own work; work that outlives the request runs without it.
/// </summary>
public sealed class RequestPatience
{
    /// <summary>The time after which no failed storage request is repeated.</summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    /// <summary>
    /// The time of a storage request that begins after that: much for one that is well, so that reading many cases goes
    /// on.
    /// </summary>
    internal static readonly TimeSpan LastTry = TimeSpan.FromSeconds(1);

    private static readonly AsyncLocal<RequestPatience?> Flowing = new();

    private readonly TimeProvider clock;
    private readonly long began;
    private int steps;

    internal RequestPatience(bool onlyReads, TimeProvider clock)
    {
        (OnlyReads, this.clock, began) = (onlyReads, clock, clock.GetTimestamp());
    }

    /// <summary>The patience of the request in whose work this runs; null outside one, and when it has been answered.</summary>
    internal static RequestPatience? Current => Flowing.Value is { steps: > 0 } patience ? patience : null;

    /// <summary>Whether the request changes nothing, so that its storage requests may be cut off.</summary>
    internal bool OnlyReads { get; }

    /// <summary>The time that is left of <see cref="Limit"/>; zero when it is spent.</summary>
    internal TimeSpan Left => clock.GetElapsedTime(began) is var spent && spent < Limit ? Limit - spent : TimeSpan.Zero;

    /// <summary>Runs a step of answering a request; all steps of one request share its patience.</summary>
    public static async Task RunAsync(HttpContext http, Func<Task> step, TimeProvider? clock = null)
    {
        var patience = http.Items[typeof(RequestPatience)] as RequestPatience ?? new RequestPatience(
            HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method), clock ?? TimeProvider.System);
        http.Items[typeof(RequestPatience)] = patience;
        Flowing.Value = patience;
        Interlocked.Increment(ref patience.steps);
        try
        {
            await step();
        }
        finally
        {
            Interlocked.Decrement(ref patience.steps);
        }
    }

    /// <summary>Starts work that others wait for too, without the patience of this request.</summary>
    internal static T Without<T>(Func<T> work) where T : Task
    {
        var patience = Flowing.Value;
        Flowing.Value = null;
        try
        {
            return work();
        }
        finally
        {
            Flowing.Value = patience;
        }
    }
}
