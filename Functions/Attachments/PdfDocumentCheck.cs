using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;
using PdfSharp.Pdf.IO;

namespace RegelLoket.Attachments;

/// <summary>
/// Reads a PDF as a whole document, as a viewer does: by its tables, with the objects that are packed, to see that it is
/// one, that it is not encrypted, and that none of its objects could act.
/// </summary>
internal static class PdfDocumentCheck
{
    /// <summary>Returns why a PDF is not taken; null when it can be.</summary>
    public static FileFault? FaultIn(PdfView content)
    {
        content.Position = 0;
        try
        {
            using var document = PdfReader.Open(content, PdfDocumentOpenMode.Import);
            return document.PageCount == 0 ? FileFault.Unreadable
                : document.Internals.GetAllObjects().Select(found => FaultIn(found)).FirstOrDefault(fault => fault is not null);
        }
        // The library has no one exception for what it cannot read: whatever it throws says that this file cannot be judged, also
        // that it wanted more room at once than there is.
        catch (Exception failure)
        {
            return failure is PdfReaderException && failure.Message.Contains("password", StringComparison.OrdinalIgnoreCase)
                ? FileFault.Encrypted : FileFault.Unreadable;
        }
    }

    private static FileFault? FaultIn(PdfItem item) => item switch
    {
        PdfDictionary dictionary => dictionary.Elements
            .Select(entry => PdfFindings.Of(key: null, NameOf(entry.Key))
                ?? (entry.Value is PdfName value ? PdfFindings.Of(NameOf(entry.Key), NameOf(value.Value)) : WithinOf(entry.Value)))
            .FirstOrDefault(fault => fault is not null),
        PdfArray array => array.Elements.Select(WithinOf).FirstOrDefault(fault => fault is not null),
        _ => null,
    };

    /// <summary>What an item holds itself; another object is looked at by itself.</summary>
    private static FileFault? WithinOf(PdfItem? item) => item is null or PdfReference ? null : FaultIn(item);

    private static string NameOf(string name) => name.TrimStart('/');
}
