namespace Bench.Chaos;

internal static class ChaosRun
{
    public static Task<int> MainAsync(string[] options) => Task.FromResult(options.Length);
}
