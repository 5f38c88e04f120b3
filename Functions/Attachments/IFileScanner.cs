namespace RegelLoket.Attachments;

/// <summary>Looks for viruses in a file.</summary>
public interface IFileScanner
{
    /// <summary>Whether files can be taken at all: there is a scanner, or none is required here.</summary>
    bool IsReady { get; }

    /// <summary>Scans the content from its position to its end.</summary>
    Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellation);
}
