using System.Text.Json.Serialization;

namespace RegelLoket.Escalation;

/// <summary>All open questions of a mailbox.</summary>
public sealed record OverviewResponse([property: JsonPropertyName("vragen")] IReadOnlyList<OpenQuestionResponse> Questions);
