namespace RegelLoket.Attachments;

/// <summary>The place of the data of a stream in a PDF, and whether a reader has to unpack it to know the objects.</summary>
internal readonly record struct PdfStream(long Start, long End, bool IsPacked, bool HoldsObjects, bool IsFlate);
