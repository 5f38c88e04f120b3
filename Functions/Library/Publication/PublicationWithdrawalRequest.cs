using System.Text.Json.Serialization;

namespace RegelLoket.Library.Publication;

/// <summary>Why an item must go.</summary>
public sealed record PublicationWithdrawalRequest([property: JsonPropertyName("reden")] string? Reason);
