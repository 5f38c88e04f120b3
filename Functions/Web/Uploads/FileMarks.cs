using Microsoft.AspNetCore.Http;
using RegelLoket.Storage;

namespace RegelLoket.Web.Uploads;

/// <summary>
/// The marks of commands that store a file. The content counts with the caller's own key, which is stored nowhere, so
/// that nobody can learn from an event whether a file is one that they know.
/// </summary>
public static class FileMarks
{
    /// <summary>
    /// Makes the storing of one file the current command. On a page another file under the key of the same form is
    /// another command, since a browser keeps that key when its user goes back; in the API it is a mistake.
    /// </summary>
    public static void Begin(HttpRequest request, SpooledFile file)
    {
        if (CommandRequest.Current is not { Mark: { } mark } current)
        {
            return;
        }

        var marked = ErrorResults.IsApi(request)
            ? mark with { Content = CommandRequests.HashOf([CommandRequests.KeyOf(request), file.Hash]) }
            : mark with
            {
                Key = CommandRequests.HashOf([mark.Key, request.Form[FormFields.Key], request.Form[FormFields.Token], file.Hash]),
            };
        new CommandRequest { Mark = marked, SeenVersion = current.SeenVersion }.Begin();
    }
}
