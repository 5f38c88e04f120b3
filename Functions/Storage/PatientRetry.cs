using System.Net;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace RegelLoket.Storage;

/// <summary>
/// The retries of Azure's storage clients, within the <see cref="RequestPatience"/> of the request that they serve. In
/// timers and queue functions it is the clients' own policy.
/// </summary>
internal sealed class PatientRetry() : RetryPolicy(MostRetries, DelayStrategy.CreateExponentialDelayStrategy(FirstDelay))
{
    private const int MostRetries = 3;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.8);

    /// <exception cref="RequestFailedException">Storage refused, or with status 408 did not answer in time.</exception>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            await base.ProcessAsync(message, pipeline);
        }
        catch (Exception timeout) when (IsTimeout(timeout) && !message.CancellationToken.IsCancellationRequested)
        {
            throw new RequestFailedException((int)HttpStatusCode.RequestTimeout, "Storage did not answer in time.", timeout);
        }
    }

    protected override ValueTask OnSendingRequestAsync(HttpMessage message)
    {
        if (RequestPatience.Current is { OnlyReads: true, Left: var left })
        {
            message.NetworkTimeout = left > RequestPatience.LastTry ? left : RequestPatience.LastTry;
        }

        return ValueTask.CompletedTask;
    }

    protected override async ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        await base.ShouldRetryAsync(message, exception) && HasTimeFor(message.ProcessingContext.RetryNumber);

    // After several tries the clients throw what each of them met.
    private static bool IsTimeout(Exception failure) => failure is OperationCanceledException
        || (failure is AggregateException { InnerExceptions: var tries } && tries.Any(IsTimeout));

    private static bool HasTimeFor(int retry) =>
        RequestPatience.Current is not { Left: var left } || left > FirstDelay * Math.Pow(2, retry);
}
