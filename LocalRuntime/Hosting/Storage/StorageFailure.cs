using System.Net.Sockets;
using Azure;

namespace LocalRuntime.Hosting.Storage;

/// <summary>Tells storage that cannot be reached from storage that says no.</summary>
internal static class StorageFailure
{
    public static bool IsUnavailable(Exception exception) => exception switch
    {
        RequestFailedException failed => failed.Status is 0 or 408 or 429 or >= 500,
        AggregateException many => many.InnerExceptions.Any(IsUnavailable),
        TimeoutException or SocketException or HttpRequestException => true,
        _ => exception.InnerException is { } inner && IsUnavailable(inner),
    };
}
