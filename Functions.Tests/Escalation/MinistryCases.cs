using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Escalation;

/// <summary>Cases that are ready for a decision, their escalation by the API, and the mails that the app sent about them.</summary>
internal sealed partial class MinistryCases(AppFixture app)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public CaseStore Store => app.Services.GetRequiredService<CaseStore>();

    public TimeProvider Clock => app.Services.GetRequiredService<TimeProvider>();

    public DateOnly Today => WorkingDays.DayOf(Clock.GetUtcNow());

    public WorkingDays WorkingDays => app.Services.GetRequiredService<WorkingDays>();

    /// <summary>A client that stays signed in however far the clock moves.</summary>
    public HttpClient Analyst()
    {
        var client = app.NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", AppFixture.Token("analist", "Ans Analist", TimeSpan.FromDays(900)));
        return client;
    }

    public async Task<CaseNumber> CreateAsync(string description = "Wij mogen de leerling niet alleen laten werken.",
        string? statement = null)
    {
        var number = CaseNumber.New(Today.Year);
        var due = Today.AddDays(14);
        var reported = new CaseReported
        {
            Channel = ReportChannel.Api,
            Branche = EnumNames.All<Branche>()[0],
            Themes = [EnumNames.All<Theme>()[0]],
            Anonymous = true,
            FollowCodeHash = FollowCode.New().Hash(),
            DueOn = due,
        };
        var texts = new Dictionary<string, string>
        {
            [TextNames.Title] = "Leerling mag niet alleen werken",
            [TextNames.Description] = description,
            [TextNames.Obstacle] = "Het mag niet."
        };
        var file = (await Store.CreateAsync(number, new NewEvent(Actor.Reporter, reported) { Texts = texts },
            new PrivateCase { ReportKey = number.Value }, default))!;
        var analyst = new Actor(ActorRole.Analyst, "Ans Analist");
        file = await AppendAsync(file, analyst, new ContextAnalysed
        {
            Source = EnumNames.All<RuleSource>()[0],
            Rules = [new RuleReference("BWBR0006251", "Wet op de beroepen in de individuele gezondheidszorg", "art. 35", Today),
                new RuleReference("BWBR0007625", "Wet educatie en beroepsonderwijs", "art. 7.2.8", Today)],
            Ministries = [Ministry.Vws],
            DueOn = due,
        }, TextNames.Explanation, "Kijk naar de opdracht van de arts.");
        file = await AppendAsync(file, analyst, new StatementWritten { Version = 1, DueOn = due }, TextNames.Statement, statement
            ?? "Een leerling mag een handeling niet zelf doen, ook niet als zij bekwaam is.");
        file = await AppendAsync(file, new Actor(ActorRole.Analyst, "Bo Tweede"), new StatementApproved { Version = 1, DueOn = due },
            null, null);
        await app.Services.GetRequiredService<CaseIndex>().WriteAsync(file, default);
        await app.Services.GetRequiredService<QueueServiceClient>().GetQueueClient(PostponedSignal.QueueName)
            .SendMessageAsync(new PostponedSignal(number, 1, null).ToString());
        return number;
    }

    public async Task EscalateAsync(CaseNumber number, DateOnly replyBefore, params Ministry[] ministries)
    {
        using var analyst = Analyst();
        using var response = await analyst.PostAsJsonAsync(
            $"/v1/zaken/{number}/escalaties",
            new
            {
                ministeries = ministries.Select(
            m => new
            {
                ministerie = m.Slug(),
                vraag = $"Mag dit volgens {m.Label()}?",
                overRegels = new[] { 1, 2 },
                reactieVoor = replyBefore
            })
            });
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The reporter withdraws.</summary>
    public async Task WithdrawAsync(CaseNumber number) => Assert.IsType<CommandResult.Done>(
        await app.Services.GetRequiredService<CaseService>().ActAsync(
            number, _ => new Decision.Append(new NewEvent(Actor.Reporter, new CaseWithdrawn())), workflows: null!, default));

    public async Task<HttpResponseMessage> ReactAsync(string code, object reaction)
    {
        using var client = app.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/reacties") { Content = JsonContent.Create(reaction) };
        request.Headers.Add("Reactiecode", code);
        return await client.SendAsync(request);
    }

    public async Task<IReadOnlyList<JsonElement>> MailsAsync(CaseNumber number) => [.. (await AllMailsAsync())
        .Where(mail => mail.GetProperty("customArgs").TryGetProperty("zaaknummer", out var of) && of.GetString() == number.Value)];

    /// <summary>Every mail to everybody, those of the desk that belong to no case too.</summary>
    public async Task<IReadOnlyList<JsonElement>> AllMailsAsync()
    {
        var container = app.Storage.Blobs.GetBlobContainerClient("mailbox");
        var mails = new List<JsonElement>();
        await foreach (var blob in container.GetBlobsAsync())
        {
            mails.Add((await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToObjectFromJson<JsonElement>());
        }

        return mails;
    }

    /// <summary>Waits for a mail of a kind, the newest when there are several; by its receiver where that matters.</summary>
    public async Task<JsonElement> MailAsync(CaseNumber number, string kind, string? toContains = null, int count = 1)
    {
        var until = TimeProvider.System.GetUtcNow() + Patience;
        while (TimeProvider.System.GetUtcNow() < until)
        {
            var found = (await MailsAsync(number))
                .Where(m => KindOf(m) == kind && (toContains is null || ToOf(m).Contains(toContains, StringComparison.Ordinal))).ToList();
            if (found.Count >= count)
            {
                return found[^1];
            }

            await Task.Delay(100);
        }

        var seen = string.Join(", ", (await MailsAsync(number)).Select(m => $"{KindOf(m)} to {ToOf(m)}"));
        throw new TimeoutException($"No mail '{kind}' to '{toContains}' came for {number}; there are: {seen}. Log: "
            + $"{string.Join('\n', app.Log.Where(l => !l.StartsWith("Information", StringComparison.Ordinal)).TakeLast(10))}");
    }

    public async Task<string> CodeAsync(CaseNumber number, Ministry ministry) =>
        CodeIn(await MailAsync(number, "vraag-aan-ministerie", $"@min{ministry.Slug()}."));

    public static string CodeIn(JsonElement mail) => LinkPattern().Match(mail.GetProperty("text").GetString()!).Groups[1].Value;

    public static string KindOf(JsonElement mail) => mail.GetProperty("categories")[0].GetString()!;

    public static string ToOf(JsonElement mail) => mail.GetProperty("to")[0].GetString()!;

    private async Task<CaseFile> AppendAsync(CaseFile file, Actor by, CaseChange change, string? name, string? text) =>
        (await Store.AppendAsync(
        file, new NewEvent(by, change)
        {
            Texts = name is null ? new Dictionary<string, string>()
            : new Dictionary<string, string> { [name] = text! }
        }, null, default))!;

    [GeneratedRegex(@"/reactie#(\S+)")]
    private static partial Regex LinkPattern();
}
