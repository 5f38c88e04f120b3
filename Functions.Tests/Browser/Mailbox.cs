using System.Text.RegularExpressions;

namespace RegelLoket.Tests.Browser;

/// <summary>The local mailbox, as the sender keeps it.</summary>
internal static partial class Mailbox
{
    /// <summary>The newest mail to an address, as JSON text.</summary>
    public static async Task<string> LastToAsync(AppFixture app, string address) =>
        await AllToAsync(app, address) is [.., var last] ? last : throw new InvalidOperationException($"No mail went to {address}.");

    /// <summary>All mails to an address as JSON text, the oldest first.</summary>
    public static async Task<IReadOnlyList<string>> AllToAsync(AppFixture app, string address)
    {
        var container = app.Storage.Blobs.GetBlobContainerClient("mailbox");
        var mails = new List<string>();
        await foreach (var blob in container.GetBlobsAsync())
        {
            var mail = (await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
            if (mail.Contains(address, StringComparison.Ordinal))
            {
                mails.Add(mail);
            }
        }
        return mails;
    }

    public static string EightDigits(string mail) => Digits().Match(mail).Groups[1].Value;

    [GeneratedRegex(@"Je code: (\d{8})")]
    private static partial Regex Digits();
}
