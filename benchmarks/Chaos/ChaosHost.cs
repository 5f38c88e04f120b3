namespace Bench.Chaos;

internal static class ChaosHost
{
    public static Task RunAsync(string connection) => throw new InvalidOperationException(connection);
}
