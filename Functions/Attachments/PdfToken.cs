namespace RegelLoket.Attachments;

/// <summary>The tokens of a PDF that matter here; a string is passed over.</summary>
internal enum PdfToken
{
    End,
    Name,
    Word,
    Open,
    Close,
    Other,
}
