using System.ComponentModel.DataAnnotations;

namespace RegelLoket.Attachments;

/// <summary>The settings for files: section <c>Attachments</c>.</summary>
public sealed class AttachmentOptions
{
    public const string Section = "Attachments";

    /// <summary>
    /// The address of clamd: <c>tcp://scanner:3310</c>, or <c>unix:///run/clamav/clamd.ctl</c>; empty for none. Its
    /// StreamMaxLength must be at least 10 MB.
    /// </summary>
    public string Scanner { get; init; } = "";

    /// <summary>
    /// Whether files are taken without a scanner; by default only in Development. Elsewhere the desk then takes no files,
    /// and says so.
    /// </summary>
    public bool? MayGoUnscanned { get; set; }

    /// <summary>The time within which the scanner must have judged one file, in seconds.</summary>
    [Range(1, 300)]
    public int ScanSeconds { get; init; } = 30;

    /// <summary>The scanner's address; null when it is none that can be reached.</summary>
    internal Uri? ScannerAddress => Uri.TryCreate(Scanner, UriKind.Absolute, out var address)
        && (address is { Scheme: ClamScanner.Tcp, Port: > 0 } || (address is { Scheme: ClamScanner.Unix, AbsolutePath.Length: > 1 }))
            ? address : null;
}
