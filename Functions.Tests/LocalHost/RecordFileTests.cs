using LocalHost.Startup;

namespace RegelLoket.Tests.LocalHost;

/// <summary>A host's record of a process outlives crashes and deleted folders.</summary>
public sealed class RecordFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("records-").FullName;

    private string Record => Path.Combine(folder, "of-a-host", "worker.json");

    [Fact]
    public void Write_FolderThatIsMissing_IsMadeAndTheRecordReadAgain()
    {
        RecordFile.Write(Record, RunningProcess.Current);

        Assert.Equal(RunningProcess.Current, RecordFile.Read<RunningProcess>(Record));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"Id\":")]
    [InlineData("[]")]
    [InlineData("null")]
    public void Read_FileThatACrashLeftHalf_IsNothing(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Record)!);
        File.WriteAllText(Record, content);

        Assert.Null(RecordFile.Read<RunningProcess>(Record));
    }

    [Fact]
    public void Read_FileOrFolderThatIsMissing_IsNothing()
    {
        Assert.Null(RecordFile.Read<RunningProcess>(Record));
        Assert.Null(RecordFile.Read<RunningProcess>(Path.Combine(folder, "none.json")));
    }

    [Fact]
    public void Write_FolderThatIsAFile_NamesTheRecord()
    {
        File.WriteAllText(Path.Combine(folder, "of-a-host"), "no folder");

        var refusal = Assert.Throws<StartupException>(() => RecordFile.Write(Record, RunningProcess.Current));

        Assert.Contains(Record, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Delete_RecordOfWhichTheFolderIsGone_DoesNothing()
    {
        RecordFile.Write(Record, RunningProcess.Current);
        RecordFile.Delete(Record);
        Assert.False(File.Exists(Record));

        RecordFile.Delete(Record);
        Directory.Delete(Path.GetDirectoryName(Record)!);
        RecordFile.Delete(Record);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
