using Azure;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Orchestration;

/// <summary>Goes on trying while the storage is away. Paced by real time, whatever the hub's clock does.</summary>
internal static class StorageRetry
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    public static async Task<T> UntilDoneAsync<T>(Func<CancellationToken, Task<T>> work, string what, ILogger logger, CancellationToken stopping)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await work(stopping);
            }
            catch (Exception failure) when (IsTransient(failure) && !stopping.IsCancellationRequested)
            {
                logger.LogWarning("Storage did not answer while the engine wanted to {What} ({Failure}); trying again.", what, failure.GetBaseException().Message);
            }

            await Task.Delay(pause, TimeProvider.System, stopping);
        }
    }

    public static Task UntilDoneAsync(Func<CancellationToken, Task> work, string what, ILogger logger, CancellationToken stopping) =>
        UntilDoneAsync(
            async cancellation =>
            {
                await work(cancellation);
                return true;
            },
            what,
            logger,
            stopping);

    public static bool IsTransient(Exception failure) => failure switch
    {
        AggregateException several => several.InnerExceptions.All(IsTransient),
        RequestFailedException { Status: 0 or 408 or 429 or >= 500 } => true,
        OperationCanceledException or TimeoutException or IOException or HttpRequestException => true,
        _ => false,
    };
}
