namespace RegelLoket.Attachments;

/// <summary>The verdict of a scanner on a file.</summary>
public enum ScanVerdict
{
    Clean,
    Infected,

    /// <summary>The scanner did not answer, or could not judge.</summary>
    Unknown,
}
