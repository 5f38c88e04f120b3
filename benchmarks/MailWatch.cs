using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Bench;

/// <summary>A mail that the desk sent.</summary>
/// <param name="Case">The number of its case.</param>
/// <param name="Key">The key under which it was planned.</param>
/// <param name="Text">Its plain text.</param>
/// <param name="SentAt">When the mail service took it, by the machine's clock.</param>
internal sealed record DeskMail(string Case, string Key, string Text, DateTimeOffset SentAt);

/// <summary>Reads the mailbox of the mail service's stand-in straight from storage; the desk has no part in it.</summary>
internal sealed class MailWatch(string connectionString) : IDisposable
{
    public const string Container = "mailbox";

    private const string TimeInName = "yyyyMMddHHmmssfff";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private readonly BlobContainerClient mailbox = new(connectionString, Container);
    private readonly ConcurrentDictionary<string, DeskMail> read = new();
    private readonly SemaphoreSlim gate = new(1);

    /// <summary>The text of the mail that holds the marker, once it has come.</summary>
    public async Task<string> TextWithAsync(string marker)
    {
        while (true)
        {
            if (read.Values.FirstOrDefault(mail => mail.Text.Contains(marker, StringComparison.Ordinal)) is { } found)
            {
                return found.Text;
            }

            await Task.Delay(Look);
            await TryReadAsync([.. new[] { -1, 0 }.Select(Minute).Distinct()]);
        }
    }

    /// <summary>The mails of a case, once all have come.</summary>
    /// <exception cref="InvalidOperationException">There are fewer when patience ends, or more where none may be doubled.</exception>
    public async Task<IReadOnlyList<DeskMail>> OfCaseAsync(
        string number, int count, TimeSpan patience, bool mayBeDoubled = false)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            List<DeskMail> mails = [.. read.Values.Where(mail => mail.Case == number)];
            if (mails.Count == count || (mayBeDoubled && mails.Count > count))
            {
                return mails;
            }

            if (mails.Count > count || TimeProvider.System.GetElapsedTime(began) > patience)
            {
                var keys = string.Join(", ", mails.Select(mail => mail.Key).Order(StringComparer.Ordinal));
                throw new InvalidOperationException($"{number} has {mails.Count} mails and not {count}: {keys}.");
            }

            await Task.Delay(Look);
            await TryReadAsync([""]);
        }
    }

    /// <summary>The cases that have no mail when patience ends; none as soon as all have one.</summary>
    public async Task<IReadOnlyList<string>> WithoutMailAsync(IReadOnlyList<string> numbers, TimeSpan patience)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            await TryReadAsync([""]);
            var with = read.Values.Select(mail => mail.Case).ToHashSet();
            List<string> without = [.. numbers.Where(number => !with.Contains(number))];
            if (without.Count == 0 || TimeProvider.System.GetElapsedTime(began) > patience)
            {
                return without;
            }

            await Task.Delay(Look);
        }
    }

    /// <summary>All mails, once there are so many. Until then it asks for their names alone, once a second, and so slows nothing.</summary>
    /// <exception cref="InvalidOperationException">There are fewer when patience ends, or more.</exception>
    public async Task<IReadOnlyCollection<DeskMail>> CountAsync(int count, TimeSpan patience)
    {
        var began = TimeProvider.System.GetTimestamp();
        var found = 0;
        while (found < count)
        {
            if (TimeProvider.System.GetElapsedTime(began) > patience)
            {
                throw new InvalidOperationException($"There are {found} mails and not {count}.");
            }

            await Task.Delay(TimeSpan.FromSeconds(1));
            found = await mailbox.ExistsAsync() ? await mailbox.GetBlobsAsync().CountAsync() : 0;
        }

        return found == count ? await AllAsync() : throw new InvalidOperationException($"There are {found} mails and not {count}.");
    }

    /// <summary>Every mail that was sent; one that was sent twice is in it twice.</summary>
    public async Task<IReadOnlyCollection<DeskMail>> AllAsync()
    {
        await ReadAsync([""]);
        return [.. read.Values];
    }

    public void Dispose() => gate.Dispose();

    private static string Minute(int ago) =>
        TimeProvider.System.GetUtcNow().AddMinutes(ago).ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);

    private async Task TryReadAsync(IReadOnlyList<string> prefixes)
    {
        try
        {
            await ReadAsync(prefixes);
        }
        catch (Exception away) when (away is RequestFailedException or AggregateException)
        {
            // The storage is being restarted, or no mail was ever sent.
        }
    }

    private async Task ReadAsync(IReadOnlyList<string> prefixes)
    {
        await gate.WaitAsync();
        try
        {
            foreach (var prefix in prefixes)
            {
                await foreach (var blob in mailbox.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, CancellationToken.None))
                {
                    if (!read.ContainsKey(blob.Name))
                    {
                        read[blob.Name] = await MailAsync(blob.Name);
                    }
                }
            }
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<DeskMail> MailAsync(string name)
    {
        var mail = JsonSerializer.Deserialize<JsonElement>((await mailbox.GetBlobClient(name).DownloadContentAsync()).Value.Content);
        var about = mail.GetProperty("customArgs");
        return new DeskMail(
            about.GetProperty("zaaknummer").GetString()!, about.GetProperty("outboxId").GetString()!, mail.GetProperty("text").GetString()!,
            DateTimeOffset.ParseExact(name[..TimeInName.Length], TimeInName, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
    }
}
