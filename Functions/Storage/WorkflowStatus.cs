using System.Text.Json.Serialization;

namespace RegelLoket.Storage;

/// <summary>What an instance shows of itself: how far it has come in the events of its case.</summary>
public sealed record WorkflowStatus([property: JsonPropertyName("Seen")] int LastHandled);
