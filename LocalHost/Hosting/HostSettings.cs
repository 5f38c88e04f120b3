namespace LocalHost.Hosting;

/// <summary>The app that a host runs, with its settings.</summary>
/// <param name="App">The folder of the built app: its assembly, <c>functions.metadata</c>, <c>worker.config.json</c>,
/// <c>host.json</c>.</param>
/// <param name="Port">The port of the host's web server.</param>
/// <param name="Values">The app settings, named as in <c>local.settings.json</c>: environment of the worker and
/// settings of the host.</param>
public sealed record HostSettings(string App, int Port, IReadOnlyDictionary<string, string?> Values)
{
    /// <summary>
    /// The callback for each invocation that the worker completed: function, trigger value, result. For an orchestrator
    /// these are its turn, for a replay.
    /// </summary>
    public Action<string, object?, object?>? Answered { get; init; }

    /// <summary>The worker to run until it is cancelled, given the host's gRPC address; null for a process.</summary>
    public Func<string, CancellationToken, Task>? Worker { get; init; }

    /// <summary>Whether the worker runs inside this process, for a debugger, instead of <see cref="Worker"/>.</summary>
    public bool InProcess { get; init; }

    /// <summary>
    /// The folder in which hosts record their workers, to end those of killed hosts; null for the system's temporary
    /// one.
    /// </summary>
    public string? Marks { get; init; }
}
