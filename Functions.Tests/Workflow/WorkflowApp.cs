using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using RegelLoket.Storage;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Tests.Workflow;

/// <summary>The app on the real engine, and what an operator can do to an instance.</summary>
internal sealed class WorkflowApp(AppFixture app) : IAsyncDisposable
{
    private const string Instances = "/runtime/webhooks/durabletask/instances";

    public AppFixture App => app;

    public static Task<WorkflowApp> StartAsync(params (string Name, string Value)[] settings) => StartAsync(answered: null, settings);

    /// <summary>As above, with an ear for each invocation that the worker answered.</summary>
    public static async Task<WorkflowApp> StartAsync(Action<string, object?, object?>? answered,
        params (string Name, string Value)[] settings) =>
        new(await AppFixture.StartAsync(answered, [("Escalation:LinkAloneOpensApi", "true"), .. settings]));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>A journey whose colleagues stay signed in however far the clock moves.</summary>
    public Journey NewJourney() => new(ClientOf);

    /// <summary>A client that is signed in for so long, or not at all.</summary>
    public HttpClient ClientOf(string? name)
    {
        var client = app.NewClient();
        client.DefaultRequestHeaders.Authorization =
            name is null ? null : new AuthenticationHeaderValue(
                "Bearer", AppFixture.Token(CurrentUser.AnalystRole, name, TimeSpan.FromDays(900)));
        return client;
    }

    /// <summary>A case whose question has reached two ministries.</summary>
    public Task<Journey> AtTwoMinistriesAsync() => AtTwoMinistriesAsync(NewJourney());

    /// <summary>The same, for a journey that goes on at another app.</summary>
    public static async Task<Journey> AtTwoMinistriesAsync(Journey journey)
    {
        await journey.ReportAsync();
        await journey.MailAsync(mail => mail.To == "melder@example.org");
        await journey.AnalyseAsync("vws", "szw");
        await journey.WriteStatementAsync();
        await journey.ApproveAsync();
        await journey.EscalateAsync(await journey.WorkingDayInAsync(60), "vws", "szw");
        await journey.CodeOfLinkAsync("vws");
        await journey.CodeOfLinkAsync("szw");
        return journey;
    }

    public Task TerminateAsync(string instance) => BringAsync(instance, "terminate?reason=test", "", "Terminated");

    public Task SuspendAsync(string instance) => BringAsync(instance, "suspend?reason=test", "", "Suspended");

    public Task ResumeAsync(string instance) => PostAsync(instance, "resume?reason=test", "");

    /// <summary>A signal that is none: the instance fails on it.</summary>
    public Task FailAsync(string instance) => BringAsync(instance, $"raiseEvent/{CaseSignal.Name}", "\"geen signaal\"", "Failed");

    /// <summary>The status of an instance, its creation, and how far it came; null when there is none.</summary>
    public async Task<(string Status, string Created, int? Seen)?> InstanceAsync(string instance)
    {
        using var answer = await app.Http.GetAsync($"{Instances}/{instance}");
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        var state = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
        var seen = state.GetProperty("customStatus") is { ValueKind: JsonValueKind.Object } shown ? shown.GetProperty("Seen").GetInt32()
            : (int?)null;
        return (state.GetProperty("runtimeStatus").GetString()!, state.GetProperty("createdTime").GetString()!, seen);
    }

    public Task UntilAsync(string instance, string status, int seen = 0) => Journey.UntilAsync(
        async () => await InstanceAsync(instance) is { } found && found.Status == status
            && (found.Seen ?? 0) >= seen, $"{instance} to be {status} from {seen} on");

    /// <summary>Lets so much time pass by the desk's clock that the reconciler goes its round.</summary>
    public Task ReconcileAsync() => app.MoveClockAsync(TimeSpan.FromMinutes(11));

    private async Task BringAsync(string instance, string how, string body, string status)
    {
        await PostAsync(instance, how, body);
        await UntilAsync(instance, status);
    }

    private async Task PostAsync(string instance, string how, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await app.Http.PostAsync($"{Instances}/{instance}/{how}", content);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }
}
