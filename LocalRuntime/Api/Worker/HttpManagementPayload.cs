using System.Text.Json.Serialization;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The addresses at which one orchestration can be followed and steered over HTTP.</summary>
public class HttpManagementPayload
{
    [JsonPropertyName("id")]
    public string? Id { get; internal set; }

    [JsonPropertyName("purgeHistoryDeleteUri")]
    public string? PurgeHistoryDeleteUri { get; internal set; }

    [JsonPropertyName("sendEventPostUri")]
    public string? SendEventPostUri { get; internal set; }

    [JsonPropertyName("statusQueryGetUri")]
    public string? StatusQueryGetUri { get; internal set; }

    [JsonPropertyName("terminatePostUri")]
    public string? TerminatePostUri { get; internal set; }

    [JsonPropertyName("suspendPostUri")]
    public string? SuspendPostUri { get; internal set; }

    [JsonPropertyName("resumePostUri")]
    public string? ResumePostUri { get; internal set; }
}
