using System.Text.Json.Serialization;

namespace RegelLoket.Library.Publication;

/// <summary>The reason to withdraw an item.</summary>
public sealed record PublicationWithdrawalRequest([property: JsonPropertyName("reden")] string? Reason);
