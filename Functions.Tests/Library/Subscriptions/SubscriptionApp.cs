using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using RegelLoket.Cases;
using RegelLoket.Library.Subscriptions;

namespace RegelLoket.Tests.Library.Subscriptions;

/// <summary>A mail of the library as it came in, with its headers.</summary>
internal sealed record NewsMail(string Id, string To, string Subject, string Text, string Html, IReadOnlyDictionary<string, string> Headers,
    string Key)
{
    /// <summary>The address of the one click.</summary>
    public string Stop => Headers["List-Unsubscribe"].Trim('<', '>');
}

/// <summary>A visitor who follows the library by mail, on an app whose clock a test moves.</summary>
internal sealed partial class SubscriptionApp(AppFixture app)
{
    public static string NewEmail() => $"lezer-{Guid.NewGuid():N}@zorg.example";

    /// <summary>Asks on the page, reads the mail, and confirms; returns the code of the link.</summary>
    public async Task<string> FollowAsync(string email, params string[] topics)
    {
        await AskAsync(email, topics);
        var code = CodeIn(await MailToAsync(email, mail => mail.Subject.StartsWith("Bevestig", StringComparison.Ordinal)));
        using var visitor = new FormVisitor(app);
        await visitor.GetAsync("/bibliotheek/volgen/bevestigen");
        using var confirmed = await visitor.PostAsync("/bibliotheek/volgen/bevestigen", ("code", code));
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        return code;
    }

    public async Task AskAsync(string email, params string[] topics)
    {
        using var visitor = new FormVisitor(app);
        await visitor.GetAsync("/bibliotheek/volgen");
        using var asked = await visitor.PostAsync(
            "/bibliotheek/volgen", topics.Select(topic => ("volg", topic)).Append(("email", email)));
        Assert.Equal("/bibliotheek/volgen/gevraagd", asked.Headers.Location?.ToString());
    }

    public static string CodeIn(NewsMail mail) => Code().Match(mail.Text).Groups[1].Value;

    /// <summary>Moves the clock to noon of the next day on which news goes.</summary>
    public async Task ToNextNewsAsync()
    {
        var now = await NowAsync();
        var days = new WorkingDays(new WorkingDayOptions());
        var next = NewsWeek.Newest(now.AddDays(7), days);
        next = next > NewsWeek.Newest(now, days) ? next : NewsWeek.Newest(now.AddDays(8), days);
        await app.MoveClockAsync(WorkingDays.MomentOf(next, new TimeOnly(12, 0)) - now);
        await app.MoveClockAsync(TimeSpan.FromMinutes(11));
    }

    public async Task<DateTimeOffset> NowAsync() =>
        (await app.Http.GetFromJsonAsync<JsonElement>("/lokaal/klok")).GetProperty("nu").GetDateTimeOffset();

    public async Task<IReadOnlyList<NewsMail>> MailsToAsync(string email) =>
    [
        .. (await app.Http.GetFromJsonAsync<JsonElement>("/lokaal/postbus.json")).EnumerateArray().Select(mail => new NewsMail(
            mail.GetProperty("id").GetString()!, mail.GetProperty("to")[0].GetString()!, mail.GetProperty("subject").GetString()!,
            mail.GetProperty("text").GetString()!, mail.GetProperty("html").GetString()!,
            mail.GetProperty("headers").Deserialize<Dictionary<string, string>>()!,
            mail.GetProperty("customArgs").GetProperty("outboxId").GetString()!))
            .Where(mail => mail.To == email),
    ];

    public async Task<NewsMail> MailToAsync(string email, Func<NewsMail, bool> wanted)
    {
        NewsMail? found = null;
        await Journey.UntilAsync(async () => (found = (await MailsToAsync(email)).FirstOrDefault(wanted)) is not null, "a mail");
        return found!;
    }

    public Task<NewsMail> NewsToAsync(string email) =>
        MailToAsync(email, mail => mail.Subject.StartsWith("Nieuws", StringComparison.Ordinal));

    public async Task<int> CountNewsAsync(string email) =>
        (await MailsToAsync(email)).Count(mail => mail.Subject.StartsWith("Nieuws", StringComparison.Ordinal));

    /// <summary>The blobs of all containers but the mailbox whose name, metadata or content has a text.</summary>
    public async Task<IReadOnlyList<string>> BlobsWithAsync(string text)
    {
        var found = new List<string>();
        await foreach (var container in app.Storage.Blobs.GetBlobContainersAsync())
        {
            var client = app.Storage.Blobs.GetBlobContainerClient(container.Name);
            await foreach (var blob in client.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, default))
            {
                if (container.Name != "mailbox" && await ContentAsync(client.GetBlobClient(blob.Name)) is var content
                    && $"{blob.Name} {string.Join(' ', blob.Metadata.Values)} {content}".Contains(text, StringComparison.OrdinalIgnoreCase))
                {
                    found.Add($"{container.Name}/{blob.Name}");
                }
            }
        }

        return found;
    }

    /// <summary>The content of a blob; empty when it was deleted since it was listed.</summary>
    private static async Task<string> ContentAsync(BlobClient blob)
    {
        try
        {
            return (await blob.DownloadContentAsync()).Value.Content.ToString();
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return "";
        }
    }

    [GeneratedRegex(@"/bibliotheek/volgen/bevestigen#(\S+)")]
    private static partial Regex Code();
}
