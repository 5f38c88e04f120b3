using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using LocalRuntime.Orchestration;
using Microsoft.DurableTask;
using System.Text.Json;

namespace Bench.Chaos;

/// <summary>What a case of the chaos test ends with.</summary>
internal sealed record ChaosOutcome(IReadOnlyList<int> Steps, int Received, int Answers);

/// <summary>
/// A small case: three events that it waits for, a mail for each, two sub-orchestrations in between, timers. Mails go to an
/// outbox under a key that follows from the case, so a repeated activity makes no second one.
/// </summary>
internal sealed class ChaosApp(BlobContainerClient outbox) : IFunctionExecutor
{
    public const int Steps = 3;

    private static readonly string[] Ministries = ["VWS", "OCW"];

    public static IEnumerable<string> MailsOf(string id) =>
        [.. Enumerable.Range(1, Steps).Select(step => $"{id}/{step}"), .. Ministries.Select(ministry => $"{id}-{ministry}/asked")];

    public bool HasOrchestrator(string name) => name is "Case" or "Ministry";

    public bool HasActivity(string name) => name == "Mail";

    public async Task<object?> RunOrchestratorAsync(string name, TaskOrchestrationContext context) =>
        name == "Case" ? await CaseAsync(context) : await MinistryAsync(context);

    public async Task<object?> RunActivityAsync(string name, string instanceId, string? serializedInput, CancellationToken cancellation)
    {
        var key = JsonSerializer.Deserialize<string>(serializedInput!)!;
        try
        {
            await outbox.GetBlobClient(key).UploadAsync(
                BinaryData.FromString("mail"),
                new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } },
                cancellation);
            return "planned";
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            return "planned before";
        }
    }

    private static async Task<ChaosOutcome> CaseAsync(TaskOrchestrationContext context)
    {
        List<int> steps = [];
        var received = 0;
        var answers = 0;
        while (steps.Count < Steps)
        {
            var step = await context.WaitForExternalEvent<int>("step");
            received++;
            if (steps.Contains(step))
            {
                continue;
            }

            steps.Add(step);
            await MailAsync(context, $"{context.InstanceId}/{step}");
            if (step == 2)
            {
                var asked = Ministries.Select(ministry => context.CallSubOrchestratorAsync<int>(
                    "Ministry", ministry, new SubOrchestrationOptions(instanceId: $"{context.InstanceId}-{ministry}")));
                answers = (await Task.WhenAll(asked)).Sum();
            }

            await context.CreateTimer(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        }

        return new ChaosOutcome(steps, received, answers);
    }

    private static async Task<object?> MinistryAsync(TaskOrchestrationContext context)
    {
        await context.CreateTimer(TimeSpan.FromMilliseconds(30), CancellationToken.None);
        await MailAsync(context, $"{context.InstanceId}/asked");
        return 1;
    }

    // A storage that is away fails the activity; it is tried again, as an app would.
    private static Task MailAsync(TaskOrchestrationContext context, string key) =>
        context.CallActivityAsync("Mail", key, TaskOptions.FromRetryPolicy(new RetryPolicy(1000, TimeSpan.FromMilliseconds(100))));
}
