using LocalHost.Startup;

namespace Bench.Lane;

/// <summary>The app that today's is compared with: the first state on the real packages, before anything was done about speed.</summary>
internal static class BaseApp
{
    /// <summary>The mails of its case: ministries got no copy of their answer and heard no outcome.</summary>
    public const int Mails = 6;

    private const string Commit = "fc91248";

    private static string Source => Path.Combine(Checkout.DataFolder, "bench-base");

    /// <summary>The folder of that app; built in a work tree of its own under <c>.data/</c> the first time.</summary>
    /// <exception cref="InvalidOperationException">git or the build failed; a shallow clone has no such commit.</exception>
    public static async Task<string> FolderAsync()
    {
        if (File.Exists(Path.Combine(Tool.AppIn(Source), "functions.metadata")))
        {
            return Tool.AppIn(Source);
        }

        await Console.Error.WriteLineAsync($"Builds the app of {Commit} to compare with; this happens once.");
        if (!Directory.Exists(Source))
        {
            await Tool.RunAsync("git", "worktree", "add", "--detach", Source, Commit);
        }

        return await Tool.BuildAppAsync(Source);
    }
}
