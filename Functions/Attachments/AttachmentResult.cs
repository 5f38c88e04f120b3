using RegelLoket.Cases;

namespace RegelLoket.Attachments;

/// <summary>The result of adding a file.</summary>
public abstract record AttachmentResult
{
    private AttachmentResult()
    {
    }

    /// <summary>The file is with the case, now or since an earlier identical request.</summary>
    public sealed record Added(CaseFile Case, CaseAttachment Attachment) : AttachmentResult;

    /// <summary>The file itself is not taken.</summary>
    public sealed record Refused(FileFault Fault) : AttachmentResult;

    /// <summary>The case does not take it: refused, or not found.</summary>
    public sealed record NotNow(CommandResult Result) : AttachmentResult;
}
