using System.Diagnostics;
using LocalHost.Startup;

namespace LocalHost.Worker;

/// <summary>Records which worker belongs to which host, since a worker outlives a host that was killed.</summary>
/// <param name="folder">The folder of the records, which hosts may share.</param>
internal sealed class WorkerMark(string folder)
{
    // A killed process ends as soon as the system gets to it.
    private static readonly TimeSpan KillPatience = TimeSpan.FromSeconds(5);

    private string Own => Path.Combine(folder, $"worker-{Environment.ProcessId}.json");

    /// <exception cref="StartupException">The folder cannot be used.</exception>
    public void Write(Process worker) => RecordFile.Write(Own, new Pair(RunningProcess.Current, RunningProcess.Of(worker)));

    public void Delete() => RecordFile.Delete(Own);

    /// <summary>Ends the workers whose hosts are gone; a worker of a running host is left alone.</summary>
    /// <returns>The ids of the processes that were ended.</returns>
    public IReadOnlyList<int> EndOrphans()
    {
        var ended = new List<int>();
        foreach (var mark in Directory.Exists(folder) ? Directory.GetFiles(folder, "worker-*.json") : [])
        {
            // Null when a crash truncated it, or when its host just removed it.
            var pair = RecordFile.Read<Pair>(mark);
            using var host = pair?.Host?.Find();
            if (host is not null)
            {
                continue;
            }

            using var worker = pair?.Worker?.Find();
            if (worker is not null)
            {
                worker.Kill();
                worker.WaitForExit(KillPatience);
                ended.Add(worker.Id);
            }

            RecordFile.Delete(mark);
        }

        return ended;
    }

    private sealed record Pair(RunningProcess? Host, RunningProcess? Worker);
}
