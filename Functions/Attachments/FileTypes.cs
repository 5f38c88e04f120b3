using System.Net.Mime;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Attachments;

/// <summary>The kinds of files in the words of browsers and of people.</summary>
public static class FileTypes
{
    /// <summary>The types that a file input offers to choose; with the images a phone offers its camera.</summary>
    public const string Accept = "application/pdf,image/jpeg,image/png";

    public const string AcceptLetter = MediaTypeNames.Application.Pdf;

    /// <summary>The kinds that a file may have, as help under a file input.</summary>
    public const string Help = "Pdf, jpg of png, tot 10 MB per bestand en samen hoogstens 40 MB. Stuur geen stukken over cliënten.";

    public static string MediaType(this FileType type) => type switch
    {
        FileType.Pdf => MediaTypeNames.Application.Pdf,
        FileType.Png => MediaTypeNames.Image.Png,
        _ => MediaTypeNames.Image.Jpeg,
    };

    /// <summary>Kind and size in words: <c>Pdf, 2,4 MB</c>.</summary>
    public static string Facts(this CaseAttachment file) => $"{file.Type.Label()}, {FileSize.Of(file.Size)}";
}
