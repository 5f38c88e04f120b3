using RegelLoket.Cases;
using RegelLoket.Web.Uploads;

namespace RegelLoket.Attachments;

/// <summary>The result of the checks of a file.</summary>
public abstract record FileCheck
{
    private FileCheck()
    {
    }

    /// <summary>It may be stored; an image without what the camera wrote beside the picture.</summary>
    public sealed record Passed(FileType Type, SpooledFile Content) : FileCheck, IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Content.DisposeAsync();
    }

    public sealed record Refused(FileFault Fault) : FileCheck;
}
