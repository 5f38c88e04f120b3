namespace RegelLoket.Attachments;

/// <summary>Tells by the names in a PDF what it could do besides being read.</summary>
internal static class PdfFindings
{
    /// <summary>Names of what acts, wherever they are: an action may be put together from pieces.</summary>
    private static readonly HashSet<string> Active =
        ["JavaScript", "JS", "Launch", "SubmitForm", "ImportData", "Rendition", "RichMedia", "RichMediaExecute", "GoTo3DView"];

    private static readonly HashSet<string> Embedded = ["EmbeddedFile", "EmbeddedFiles", "EF", "FileAttachment", "GoToE"];

    /// <summary>Kinds of annotations and actions that play something.</summary>
    private static readonly HashSet<string> Playing = ["Movie", "Sound", "Screen", "3D"];

    /// <summary>Kinds of fields to fill in; a field for a signature is none, since official letters are signed.</summary>
    private static readonly HashSet<string> Fields = ["Tx", "Btn", "Ch"];

    /// <summary>Returns what a name means, with the name before it when that is its key; null for an ordinary one.</summary>
    public static FileFault? Of(string? key, string name) =>
        name == "Encrypt" ? FileFault.Encrypted
        : Active.Contains(name) || (key is "S" or "Subtype" && Playing.Contains(name)) ? FileFault.Active
        : Embedded.Contains(name) ? FileFault.Embedded
        : name == "XFA" || (key == "FT" && Fields.Contains(name)) ? FileFault.Form
        : null;
}
