using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace Bench.Cost;

/// <summary>
/// Counts what the desk in this process uses: its storage requests by kind, and its invocations by trigger. Left out are the histories of
/// the local engine and the local mailbox, in whose place Azure has Durable's storage provider and the mail service.
/// </summary>
internal sealed class UsageCounter : IDisposable
{
    private static readonly string[] LocalContainers = ["bench-orchestrations", "mailbox"];

    private readonly ActivityListener listener;
    private readonly Lock counting = new();
    private readonly int blobPort;
    private readonly int queuePort;
    private Usage usage = new();

    public UsageCounter(Azurite azurite)
    {
        blobPort = PortOf(azurite, "BlobEndpoint=");
        queuePort = PortOf(azurite, "QueueEndpoint=");
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = request => Count(request),
        };
        ActivitySource.AddActivityListener(listener);
    }

    public Usage Now
    {
        get
        {
            lock (counting)
            {
                return usage;
            }
        }
    }

    /// <summary>The worker's middleware.</summary>
    public Task CountAsync(FunctionContext context, Func<Task> next)
    {
        Add(context.FunctionDefinition.InputBindings.Values.Select(binding => binding.Type).First(type => type.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase)).ToUpperInvariant() switch
        {
            "HTTPTRIGGER" => new Usage { HttpInvocations = 1 },
            "QUEUETRIGGER" => new Usage { QueueInvocations = 1 },
            "ORCHESTRATIONTRIGGER" => new Usage { Turns = 1 },
            "ACTIVITYTRIGGER" => new Usage { Activities = 1 },
            "TIMERTRIGGER" => new Usage { TimerInvocations = 1 },
            var other => throw new InvalidOperationException($"No price is known for a {other}."),
        });
        return next();
    }

    public void Dispose() => listener.Dispose();

    private void Count(Activity request)
    {
        if (MailWatch.IsReading || request.GetTagItem("url.full") is not string text || !Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            return;
        }

        var method = (string?)request.GetTagItem("http.request.method");
        var path = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (address.Port == queuePort && method == "POST")
        {
            Add(new Usage { Messages = 1 });
        }
        else if (address.Port == blobPort && method != "DELETE" && path is [_, var container, ..] && !LocalContainers.Contains(container))
        {
            Add(method is not ("GET" or "HEAD") ? new Usage { BlobWrites = 1 } : path.Length == 2 ? new Usage { BlobLists = 1 } : new Usage { BlobReads = 1 });
        }
    }

    private void Add(Usage one)
    {
        lock (counting)
        {
            usage += one;
        }
    }

    private static int PortOf(Azurite azurite, string endpoint) =>
        new Uri(azurite.ConnectionString.Split(';').Single(part => part.StartsWith(endpoint, StringComparison.Ordinal))[endpoint.Length..]).Port;
}
