using System.Threading.RateLimiting;
using RegelLoket.Cases;
using RegelLoket.Web.Uploads;

namespace RegelLoket.Attachments;

/// <summary>
/// Checks a file before it is stored, the same for every way in which one comes: size, kind by content, virus scan; then
/// an image is stripped of its metadata and a PDF is read for what could act.
/// </summary>
public sealed class FileChecks(IFileScanner scanner) : IDisposable
{
    /// <summary>The number of files that are read at once: a PDF is held in memory while it is read.</summary>
    private const int AtOnce = 2;

    private readonly ConcurrencyLimiter turns = new(
        new ConcurrencyLimiterOptions { PermitLimit = AtOnce, QueueLimit = int.MaxValue });

    public void Dispose() => turns.Dispose();

    /// <summary>Checks a file. The result holds a file of its own where it was changed, and else the one that came.</summary>
    /// <param name="file">The file; its content goes with the request.</param>
    /// <param name="cancellation">Cancels the wait.</param>
    /// <param name="onlyPdf">Whether nothing else is expected, as of a letter.</param>
    public async Task<FileCheck> CheckAsync(UploadedFile file, CancellationToken cancellation, bool onlyPdf = false)
    {
        if (file.Content is not { } content)
        {
            return new FileCheck.Refused(FileFault.TooLarge);
        }

        if (content.Length == 0)
        {
            return new FileCheck.Refused(FileFault.Empty);
        }

        var head = new byte[FileSignature.Length];
        content.Content.Position = 0;
        var read = await content.Content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        if (FileSignature.Of(head.AsSpan(0, read)) is not { } type)
        {
            return new FileCheck.Refused(onlyPdf ? FileFault.NoPdf : FileFault.OtherType);
        }

        if (onlyPdf && type != FileType.Pdf)
        {
            return new FileCheck.Refused(FileFault.NoPdf);
        }

        content.Content.Position = 0;
        if (await scanner.ScanAsync(content.Content, cancellation) is var verdict and not ScanVerdict.Clean)
        {
            return new FileCheck.Refused(verdict == ScanVerdict.Infected ? FileFault.Infected : FileFault.NotScanned);
        }

        using var turn = await turns.AcquireAsync(1, cancellation);
        content.Content.Position = 0;
        return type == FileType.Pdf ? OfPdf(content) : await OfImageAsync(type, content);
    }

    private static FileCheck OfPdf(SpooledFile content)
    {
        if (PdfCheck.FaultIn(content.Content) is { } fault)
        {
            return new FileCheck.Refused(fault);
        }

        content.Content.Position = 0;
        return new FileCheck.Passed(FileType.Pdf, content);
    }

    private static async Task<FileCheck> OfImageAsync(FileType type, SpooledFile content)
    {
        var stripped = SpooledFile.New();
        using var source = new BufferedReader(content.Content);
        if (!(type == FileType.Png ? PngMetadata.Strip(source, stripped.Content) : JpegMetadata.Strip(source, stripped.Content)))
        {
            await stripped.DisposeAsync();
            return new FileCheck.Refused(FileFault.Unreadable);
        }

        stripped.Content.Position = 0;
        return new FileCheck.Passed(type, stripped);
    }
}
