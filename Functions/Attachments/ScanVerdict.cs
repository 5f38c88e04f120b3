namespace RegelLoket.Attachments;

/// <summary>What a scanner says of a file.</summary>
public enum ScanVerdict
{
    Clean,
    Infected,

    /// <summary>The scanner did not answer, or could not judge.</summary>
    Unknown,
}
