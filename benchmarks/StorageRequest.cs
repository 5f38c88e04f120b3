namespace Bench;

/// <summary>Who sent a request to storage.</summary>
internal enum StorageUser
{
    /// <summary>The app: cases, mails and what else is its own.</summary>
    App,

    /// <summary>The durable engine: tables, and the queues and containers of its hub.</summary>
    Engine,

    /// <summary>The host: locks and the state of its timers.</summary>
    Host,

    /// <summary>What stands in for the mail service, and is none of the desk's.</summary>
    MailService,
}

/// <summary>A service of a storage account.</summary>
internal enum StorageService
{
    Blob,
    Queue,
    Table,
}

/// <summary>One request that storage has answered.</summary>
/// <param name="Service">The service that was asked.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the account: container and blob, queue and messages, or table.</param>
/// <param name="HasMessages">Whether it fetched messages from a queue.</param>
internal sealed record StorageRequest(StorageService Service, string Method, string Path, bool HasMessages)
{
    private static readonly string Hub = DeskProcess.Hub.ToLowerInvariant();

    /// <summary>The container, the queue or the table that it is about.</summary>
    public string Container => Path.Split('/', '(')[0];

    public StorageUser User => (Service, Container) switch
    {
        (StorageService.Table, _) => StorageUser.Engine,
        (_, var name) when name.StartsWith($"{Hub}-", StringComparison.Ordinal) => StorageUser.Engine,
        (StorageService.Blob, "azure-webjobs-hosts") => StorageUser.Host,
        (StorageService.Blob, MailWatch.Container) => StorageUser.MailService,
        _ => StorageUser.App,
    };

    /// <summary>Whether it would have been sent without a case: an empty queue, a lease or a partition renewed, the host's own.</summary>
    public bool IsPolling => (LooksAtQueue(Service, Method) && !HasMessages) || User == StorageUser.Host
        || Container == $"{Hub}-leases" || Container.StartsWith($"{DeskProcess.Hub}Partitions", StringComparison.Ordinal);

    /// <summary>
    /// Whether a request asks a queue for messages, or whether the queue is there: a trigger asks so as long as it is not.
    /// </summary>
    public static bool LooksAtQueue(StorageService service, string method) => service == StorageService.Queue && method == "GET";
}
