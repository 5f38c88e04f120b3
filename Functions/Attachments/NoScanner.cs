using Microsoft.Extensions.Options;

namespace RegelLoket.Attachments;

/// <summary>The place of a scanner where none is set: files pass only where that is allowed.</summary>
public sealed class NoScanner(IOptions<AttachmentOptions> options) : IFileScanner
{
    public bool IsReady => options.Value.MayGoUnscanned is true;

    public Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellation) =>
        Task.FromResult(IsReady ? ScanVerdict.Clean : ScanVerdict.Unknown);
}
