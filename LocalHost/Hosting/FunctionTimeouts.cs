using System.Runtime.ExceptionServices;
using LocalHost.Worker;
using Microsoft.Azure.WebJobs.Host.Timers;

namespace LocalHost.Hosting;

/// <summary>
/// Ends the worker when a function took longer than <c>functionTimeout</c>, like the Functions host, since nothing else
/// stops its code.
/// </summary>
internal sealed class FunctionTimeouts(WorkerProcess worker, ILogger<FunctionTimeouts> logger) : IWebJobsExceptionHandler
{
    public Task OnTimeoutExceptionAsync(ExceptionDispatchInfo exceptionInfo, TimeSpan timeoutGracePeriod)
    {
        logger.LogError("A function took too long, so the worker is started anew: {Reason}", exceptionInfo.SourceException.Message);
        worker.Restart();
        return Task.CompletedTask;
    }

    public Task OnUnhandledExceptionAsync(ExceptionDispatchInfo exceptionInfo)
    {
        logger.LogCritical(exceptionInfo.SourceException, "A listener failed.");
        return Task.CompletedTask;
    }

    public void Initialize(Microsoft.Azure.WebJobs.JobHost host)
    {
        // This handler needs nothing from the host.
    }
}
