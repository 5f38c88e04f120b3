using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;
using RegelLoket.Web;
using RegelLoket.Web.Uploads;

namespace RegelLoket.Attachments;

/// <summary>Reads a file from the body of a call, and answers what came of it, the same for reporters and ministries.</summary>
public static class FileAnswers
{
    /// <summary>The header with the file's name, percent-encoded UTF-8; it may be left out.</summary>
    public const string NameHeader = "Bestandsnaam";

    /// <summary>The maximum size of a body: a byte more than a file may be, so that one that is too large is refused as such.</summary>
    public const int MaximumBody = CaseAttachment.MaximumSize + 1;

    /// <summary>Reads the file; it goes with the response.</summary>
    public static async Task<UploadedFile> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var content = await SpooledFile.ReceiveAsync(request.Body, CaseAttachment.MaximumSize, cancellation);
        if (content is not null)
        {
            request.HttpContext.Response.RegisterForDisposeAsync(content);
        }

        return new UploadedFile(UploadedFile.NameOf(Uri.UnescapeDataString(request.Headers[NameHeader].ToString())), content);
    }

    /// <summary>Answers 201 with what <paramref name="view"/> makes of it, or a problem.</summary>
    public static IResult Of(AttachmentResult result, Func<AttachmentResult.Added, IResult> view) => result switch
    {
        AttachmentResult.Added added => view(added),
        AttachmentResult.Refused { Fault: FileFault.TooMany } => Api.Problem(
            StatusCodes.Status429TooManyRequests, "Vandaag kan dit niet meer", FileFault.TooMany.Label()),
        AttachmentResult.Refused refused => Api.Problem(
            StatusOf(refused.Fault), "We nemen dit bestand niet aan", refused.Fault.Label()),
        AttachmentResult.NotNow { Result: var refusal } => Api.Answer(refusal, _ => Api.NotFound()),
        _ => Api.NotFound(),
    };

    private static int StatusOf(FileFault fault) => fault switch
    {
        FileFault.TooLarge => StatusCodes.Status413PayloadTooLarge,
        FileFault.OtherType or FileFault.NoPdf => StatusCodes.Status415UnsupportedMediaType,
        FileFault.NotScanned => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };
}
