using Binder = Microsoft.Azure.WebJobs.Binder;

namespace LocalHost.Hosting;

/// <summary>The base of the generated functions: passes a trigger to the runner.</summary>
public abstract class GeneratedFunction
{
    internal Func<string, object?, Binder, CancellationToken, Task<object?>> Run { get; set; } = null!;

    protected Task<object?> RunAsync(string name, object? trigger, Binder binder, CancellationToken cancellation) =>
        Run(name, trigger, binder, cancellation);
}
