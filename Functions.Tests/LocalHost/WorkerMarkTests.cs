using System.Diagnostics;
using System.Text.Json;
using LocalHost.Startup;
using LocalHost.Worker;

namespace RegelLoket.Tests.LocalHost;

/// <summary>Which workers a host ends that finds the records of others.</summary>
public sealed class WorkerMarkTests : IDisposable
{
    private static readonly RunningProcess Gone = new(int.MaxValue, new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc));

    private readonly string folder = Directory.CreateTempSubdirectory("marks-").FullName;
    private readonly Process worker = Process.Start("sleep", "600");

    [Fact]
    public void EndOrphans_WorkerOfAHostThatIsGone_EndsItAndForgetsIt()
    {
        var mark = Mark("worker-1.json", new { Host = Gone, Worker = RunningProcess.Of(worker) });

        Assert.Equal([worker.Id], new WorkerMark(folder).EndOrphans());

        Assert.True(worker.WaitForExit(TimeSpan.FromMinutes(1)));
        Assert.False(File.Exists(mark));
    }

    [Fact]
    public void EndOrphans_WorkerOfAHostThatRuns_IsLeftAlone()
    {
        var mark = Mark("worker-2.json", new { Host = RunningProcess.Current, Worker = RunningProcess.Of(worker) });

        Assert.Empty(new WorkerMark(folder).EndOrphans());

        Assert.False(worker.HasExited);
        Assert.True(File.Exists(mark));
    }

    [Fact]
    public void EndOrphans_AnotherProcessUnderAReusedId_IsLeftAlone()
    {
        var earlier = RunningProcess.Of(worker) with { Started = Gone.Started };
        var mark = Mark("worker-3.json", new { Host = Gone, Worker = earlier });

        Assert.Empty(new WorkerMark(folder).EndOrphans());

        Assert.False(worker.HasExited);
        Assert.False(File.Exists(mark));
    }

    [Theory]
    [InlineData("{\"Host\":{\"Id\":1")]
    [InlineData("{}")]
    [InlineData("null")]
    public void EndOrphans_RecordThatACrashLeftHalf_IsRemoved(string content)
    {
        var mark = Path.Combine(folder, "worker-4.json");
        File.WriteAllText(mark, content);

        Assert.Empty(new WorkerMark(folder).EndOrphans());

        Assert.False(File.Exists(mark));
    }

    [Fact]
    public void Delete_FolderThatIsGone_DoesNothing()
    {
        var mark = new WorkerMark(Path.Combine(folder, "deleted"));
        mark.Write(worker);
        Directory.Delete(Path.Combine(folder, "deleted"), recursive: true);

        mark.Delete();

        Assert.Empty(mark.EndOrphans());
    }

    public void Dispose()
    {
        worker.Kill();
        worker.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private string Mark(string name, object pair)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, JsonSerializer.Serialize(pair));
        return path;
    }
}
