using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;

namespace Bench;

/// <summary>A mail that the desk sent: the case, the key under which it was planned, and its text.</summary>
internal sealed record DeskMail(string Case, string Key, string Text);

/// <summary>Reads the desk's local mailbox straight from storage, as those who get the mails would; the desk has no part in it.</summary>
internal sealed class MailWatch(string connectionString) : IDisposable
{
    private static readonly AsyncLocal<bool> Reading = new();

    private readonly BlobContainerClient mailbox = new(connectionString, "mailbox");
    private readonly ConcurrentDictionary<string, DeskMail> read = new();
    private readonly SemaphoreSlim gate = new(1);

    /// <summary>Whether the present request is one of these, which are no cost of the desk.</summary>
    public static bool IsReading => Reading.Value;

    /// <summary>The text of the mail that holds the marker, once it has come.</summary>
    public async Task<string> TextWithAsync(string marker)
    {
        while (true)
        {
            if (read.Values.FirstOrDefault(mail => mail.Text.Contains(marker, StringComparison.Ordinal)) is { } found)
            {
                return found.Text;
            }

            await Task.Delay(200);
            try
            {
                await ReadAsync([.. new[] { -1, 0 }.Select(Minute).Distinct()]);
            }
            catch (Exception away) when (away is RequestFailedException or AggregateException)
            {
                // The storage is being restarted, or no mail was ever sent.
            }
        }
    }

    /// <summary>Every mail that was sent; one that was sent twice stands in it twice.</summary>
    public async Task<IReadOnlyCollection<DeskMail>> AllAsync()
    {
        await ReadAsync([""]);
        return [.. read.Values];
    }

    public void Dispose() => gate.Dispose();

    private static string Minute(int ago) => TimeProvider.System.GetUtcNow().AddMinutes(ago).ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);

    private async Task ReadAsync(IReadOnlyList<string> prefixes)
    {
        await gate.WaitAsync();
        Reading.Value = true;
        try
        {
            foreach (var prefix in prefixes)
            {
                await foreach (var blob in mailbox.GetBlobsAsync(prefix: prefix))
                {
                    if (!read.ContainsKey(blob.Name))
                    {
                        var mail = JsonSerializer.Deserialize<JsonElement>((await mailbox.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content);
                        var about = mail.GetProperty("customArgs");
                        read[blob.Name] = new DeskMail(
                            about.GetProperty("zaaknummer").GetString()!, about.GetProperty("outboxId").GetString()!, mail.GetProperty("text").GetString()!);
                    }
                }
            }
        }
        finally
        {
            Reading.Value = false;
            gate.Release();
        }
    }
}
