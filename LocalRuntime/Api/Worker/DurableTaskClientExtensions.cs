using LocalRuntime.Hosting.Durable;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask.Client;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The HTTP side of a durable client.</summary>
public static class DurableTaskClientExtensions
{
    /// <summary>The addresses at which an orchestration can be followed and steered.</summary>
    public static HttpManagementPayload CreateHttpManagementPayload(this DurableTaskClient client, string instanceId, HttpRequestData? request = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var instance = $"{ManagementApi.BaseAddress}/instances/{Uri.EscapeDataString(instanceId)}";
        return new HttpManagementPayload
        {
            Id = instanceId,
            PurgeHistoryDeleteUri = instance,
            SendEventPostUri = $"{instance}/raiseEvent/{{eventName}}",
            StatusQueryGetUri = instance,
            TerminatePostUri = $"{instance}/terminate?reason={{text}}",
            SuspendPostUri = $"{instance}/suspend?reason={{text}}",
            ResumePostUri = $"{instance}/resume?reason={{text}}",
        };
    }
}
