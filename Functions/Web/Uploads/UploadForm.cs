using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using RegelLoket.Cases;

namespace RegelLoket.Web.Uploads;

/// <summary>
/// A form with files. The fields become the request's own form, as of any other page; the files go to disk as they
/// arrive. They are gone with the response.
/// </summary>
public sealed class UploadForm : IAsyncDisposable
{
    /// <summary>The maximum size of a form with files, in bytes: less than the 42 MB that the host passes on.</summary>
    public const int MaximumSize = MaximumFiles + (64 * 1024);

    /// <summary>The maximum size of the files of a form together, in bytes.</summary>
    public const int MaximumFiles = 40 * 1024 * 1024;

    /// <summary>The size up to which a form that is too large is received, to give its text back; its files are dropped.</summary>
    internal const int MaximumShown = 100_000_000;

    private const int MostParts = 200;
    private const int MostHeaderBytes = 16 * 1024;
    private const int ReadAtOnce = 64 * 1024;

    private readonly List<UploadedFile> files = [];
    private readonly List<string> passedOver = [];
    private readonly List<(string Field, string Name)> chosen = [];

    /// <summary>The files that were chosen, in the order of the form.</summary>
    public IReadOnlyList<UploadedFile> Files => files;

    /// <summary>The names of the files that were one too many to be taken at once.</summary>
    public IReadOnlyList<string> PassedOver => passedOver;

    /// <summary>The field and the name of each file that was chosen, taken or not: a page cannot choose it again by itself.</summary>
    public IReadOnlyList<(string Field, string Name)> Chosen => chosen;

    /// <summary>Whether a request brings a form that can hold files.</summary>
    public static bool IsIn(HttpRequest request) =>
        request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>Returns the form of a request; one without files when it was an ordinary form.</summary>
    public static UploadForm Of(HttpRequest request) => request.HttpContext.Features.Get<UploadForm>() ?? new UploadForm();

    /// <summary>Reads the form of a request, once; <see cref="Of"/> returns it afterwards.</summary>
    /// <exception cref="BadHttpRequestException">The body is no form, or too large; what was read until then is the form of the
    /// request.</exception>
    internal static Task ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        ReadAsync(request, keepsFiles: true, cancellation);

    /// <summary>Reads the text of a form that was refused unread, as far as it goes, so that the refusal can show it again.</summary>
    internal static async Task ReadTextAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            await ReadAsync(request, keepsFiles: false, cancellation);
        }
        catch (BadHttpRequestException)
        {
            // The request is refused already, and for another reason.
        }
    }

    private static async Task ReadAsync(HttpRequest request, bool keepsFiles, CancellationToken cancellation)
    {
        var form = new UploadForm();
        request.HttpContext.Response.RegisterForDisposeAsync(form);
        request.HttpContext.Features.Set(form);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || StringSegment.IsNullOrEmpty(type.Boundary))
        {
            throw new BadHttpRequestException("A form with files has no boundary.");
        }

        var fields = new KeyValueAccumulator();
        var reader = new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), request.Body, ReadAtOnce)
        { HeadersLengthLimit = MostHeaderBytes };
        // The guard refuses a text that is too long after it was read, so that it can be shown again.
        var (parts, room) = (0, Api.MaximumShownSize);
        try
        {
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            {
                if (++parts > MostParts)
                {
                    throw new BadHttpRequestException("A form has too many parts.");
                }

                if (section.AsFileSection() is { } file)
                {
                    await form.AddAsync(file, keepsFiles, cancellation);
                }
                else if (section.AsFormDataSection() is { } field)
                {
                    section.Body = new LimitedBody(section.Body, room);
                    var value = await field.GetValueAsync(cancellation);
                    room -= Math.Min(room, System.Text.Encoding.UTF8.GetByteCount(value));
                    fields.Append(field.Name, value);
                }
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("A form with files cannot be read.", fault);
        }
        finally
        {
            request.Form = new FormCollection(fields.GetResults());
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in files)
        {
            await (file.Content?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    /// <summary>Takes a file; a field in which none was chosen is sent as one without a name and without content.</summary>
    private async Task AddAsync(FileMultipartSection section, bool isKept, CancellationToken cancellation)
    {
        if (section.FileName.Length > 0)
        {
            chosen.Add((section.Name, UploadedFile.NameOf(section.FileName)));
        }

        if (section.FileStream is null || !isKept)
        {
            return;
        }

        if (files.Count == CaseAttachment.Most)
        {
            if (section.FileName.Length > 0)
            {
                passedOver.Add(UploadedFile.NameOf(section.FileName));
            }

            return;
        }

        var content = await SpooledFile.ReceiveAsync(section.FileStream, CaseAttachment.MaximumSize, cancellation);
        if (section.FileName.Length == 0 && content is { Length: 0 })
        {
            await content.DisposeAsync();
            return;
        }

        files.Add(new UploadedFile(UploadedFile.NameOf(section.FileName), content));
    }
}
