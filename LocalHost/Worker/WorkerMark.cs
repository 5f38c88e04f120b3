using System.Diagnostics;
using System.Text.Json;
using LocalHost.Startup;

namespace LocalHost.Worker;

/// <summary>Records which worker belongs to which host, since a worker outlives a host that was killed.</summary>
/// <param name="folder">The folder of the records, which hosts may share.</param>
internal sealed class WorkerMark(string folder)
{
    // A killed process ends as soon as the system gets to it.
    private static readonly TimeSpan KillPatience = TimeSpan.FromSeconds(5);

    private string Own => Path.Combine(folder, $"worker-{Environment.ProcessId}.json");

    public void Write(Process worker)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Own, JsonSerializer.Serialize(new Pair(RunningProcess.Current, RunningProcess.Of(worker))));
    }

    public void Delete() => File.Delete(Own);

    /// <summary>Ends the workers whose hosts are gone; a worker of a running host is left alone.</summary>
    /// <returns>The ids of the processes that were ended.</returns>
    public IReadOnlyList<int> EndOrphans()
    {
        var ended = new List<int>();
        foreach (var mark in Directory.Exists(folder) ? Directory.GetFiles(folder, "worker-*.json") : [])
        {
            var pair = Read(mark);
            using var host = pair?.Host.Find();
            if (host is not null)
            {
                continue;
            }

            using var worker = pair?.Worker.Find();
            if (worker is not null)
            {
                worker.Kill();
                worker.WaitForExit(KillPatience);
                ended.Add(worker.Id);
            }

            File.Delete(mark);
        }

        return ended;
    }

    private static Pair? Read(string mark)
    {
        try
        {
            return JsonSerializer.Deserialize<Pair>(File.ReadAllText(mark));
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException)
        {
            // Truncated by a crash, or just removed by its host.
            return null;
        }
    }

    private sealed record Pair(RunningProcess Host, RunningProcess Worker);
}
