using System.Text.Json.Serialization;

namespace RegelLoket.Storage;

/// <summary>The public status of an instance: how far it has come in the events of its case.</summary>
public sealed record WorkflowStatus([property: JsonPropertyName("Seen")] int LastHandled);
