using System.Text.Json;
using Azure.Storage.Blobs;

namespace Bench.Chaos;

/// <summary>A mail as the outbox has it.</summary>
internal sealed record OutboxMail(string Case, string Key, string State, string Kind, string Ministry)
{
    private const string Again = ".opnieuw-";

    /// <summary>The key of the mail that it is, or that it sends again.</summary>
    public string First => FirstOf(Key);

    public bool IsSentAgain => Key.Contains(Again, StringComparison.Ordinal);

    public bool IsObsolete => State == "vervallen";

    public bool IsFailed => State == "mislukt";

    public static string FirstOf(string key) => key.Split(Again)[0];
}

/// <summary>What cases hold, read straight from storage, compared with what the model case holds.</summary>
/// <param name="connectionString">The storage.</param>
/// <param name="model">The case that nothing disturbed.</param>
/// <param name="cases">The other cases.</param>
internal sealed class ChaosFindings(string connectionString, string model, IReadOnlyCollection<string> cases)
{
    private static readonly string[] Details = ["kind", "state", "ministry"];

    /// <summary>The kinds of events that a case lacks or has more of than the model case, once for each.</summary>
    public async Task<(IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled)> EventsAsync() => Compare(await AllEventsAsync());

    /// <summary>
    /// Lost is a mail that the model case got and another never planned, and one that was planned and neither came nor was found to be
    /// needless; doubled is one that came more than once.
    /// </summary>
    public async Task<(IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled)> MailsAsync(MailWatch mails)
    {
        var planned = await OutboxAsync(connectionString);
        var (lost, _) = Compare(planned.ToLookup(mail => mail.Case, mail => Kind(mail.Key)));
        var came = (await mails.AllAsync()).CountBy(mail => (mail.Case, mail.Key)).ToDictionary();
        var sentAgain = planned.Where(mail => mail.IsSentAgain).Select(mail => (mail.Case, mail.First)).ToHashSet();
        var missing = planned.Where(mail =>
            !mail.IsObsolete && !sentAgain.Contains((mail.Case, mail.First)) && !came.ContainsKey((mail.Case, mail.Key)));
        return (
            [.. lost, .. missing.Select(mail => $"{Kind(mail.Key)} ({mail.State})")],
            [.. came.SelectMany(mail => Enumerable.Repeat(Kind(mail.Key.Key), mail.Value - 1))]);
    }

    public static async Task<IReadOnlyList<OutboxMail>> OutboxAsync(string connectionString)
    {
        List<OutboxMail> found = [];
        var outbox = new BlobContainerClient(connectionString, "outbox");
        await foreach (var blob in outbox.GetBlobsAsync())
        {
            var (number, key) = blob.Name.Split('/', 2) is [var first, var second] ? (first, second) : (blob.Name, "");
            var content = (await outbox.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content;
            var entry = JsonSerializer.Deserialize<JsonElement>(content);
            var mail = entry.GetProperty("mail");
            var ministry = mail.TryGetProperty("ministry", out var about) || mail.GetProperty("to").TryGetProperty("ministry", out about)
                ? about.GetString()!
                : "";
            found.Add(new OutboxMail(
                number, key, entry.GetProperty("state").GetString()!, mail.GetProperty("kind").GetString()!, ministry));
        }

        return found;
    }

    /// <summary>Compares what each case has with what the model case has, kind by kind.</summary>
    private (IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled) Compare(ILookup<string, string> found)
    {
        static IEnumerable<string> More(Dictionary<string, int> of, Dictionary<string, int> than) =>
            of.SelectMany(kind => Enumerable.Repeat(kind.Key, Math.Max(0, kind.Value - than.GetValueOrDefault(kind.Key))));

        var wanted = found[model].CountBy(kind => kind).ToDictionary();
        List<string> lost = [];
        List<string> doubled = [];
        foreach (var kinds in cases.Select(number => found[number].CountBy(kind => kind).ToDictionary()))
        {
            lost.AddRange(More(wanted, kinds));
            doubled.AddRange(More(kinds, wanted));
        }

        return (lost, doubled);
    }

    // A key ends on the number of the event that it follows from, which differs where two things happened in another order.
    private static string Kind(string key) => "mail " + key.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    private async Task<ILookup<string, string>> AllEventsAsync()
    {
        List<(string Case, string Kind, string Key)> found = [];
        var streams = new BlobContainerClient(connectionString, "cases");
        await foreach (var blob in streams.GetBlobsAsync())
        {
            var text = (await streams.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
            var number = blob.Name[(blob.Name.LastIndexOf('/') + 1)..];
            found.AddRange(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, i) => EventOf(number, line, i)));
        }

        // A mail that had become needless when it was sent again, since the first one was answered, leaves no proof of sending.
        found.AddRange((await OutboxAsync(connectionString)).Where(mail => mail.IsObsolete)
            .Select(mail => (mail.Case, $"event mailRecorded {mail.Kind} verzonden {mail.Ministry}".TrimEnd(), mail.Key)));
        // What a person had sent again is the same mail, under a key of its own; twice under one key is a fault.
        return found.Where(entry => !IsChance(entry.Kind))
            .GroupBy(entry => (entry.Case, entry.Kind, First: OutboxMail.FirstOf(entry.Key)))
            .SelectMany(mail => Enumerable.Repeat(mail.Key, mail.CountBy(entry => entry.Key).Max(key => key.Value)))
            .ToLookup(entry => entry.Case, entry => entry.Kind);
    }

    /// <summary>An event with the key of the mail that it is about; of any other event with its place, so that each counts.</summary>
    private static (string Case, string Kind, string Key) EventOf(string number, string line, int place)
    {
        using var entry = JsonDocument.Parse(line);
        var what = entry.RootElement.GetProperty("what");
        var details = Details.Select(name => what.TryGetProperty(name, out var value) ? value.ToString() : "");
        var kind = $"event {what.GetProperty("type").GetString()} {string.Join(' ', details.Where(text => text.Length > 0))}".TrimEnd();
        return (number, kind, what.TryGetProperty("key", out var key) ? key.GetString()! : $"{place}");
    }

    /// <summary>
    /// Whether chance decides: the suggestion is made only while nobody has analysed the case. That a mail was left to a person is
    /// no fault.
    /// </summary>
    private static bool IsChance(string kind) =>
        kind.StartsWith("event contextSuggested", StringComparison.Ordinal)
        || kind.StartsWith("event mailRecorded post", StringComparison.Ordinal)
        || kind.Contains(" mislukt", StringComparison.Ordinal);
}
