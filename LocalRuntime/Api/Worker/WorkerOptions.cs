using Azure.Core.Serialization;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Settings of the worker.</summary>
public class WorkerOptions
{
    /// <summary>
    /// What reads and writes messages and durable payloads. Unless set, JSON over the JsonSerializerOptions of the
    /// services, whose property names compare without regard to case.
    /// </summary>
    public ObjectSerializer? Serializer { get; set; }
}
