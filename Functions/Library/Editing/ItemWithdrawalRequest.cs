using System.Text.Json.Serialization;

namespace RegelLoket.Library.Editing;

/// <summary>Why an item must leave the library.</summary>
public sealed record ItemWithdrawalRequest([property: JsonPropertyName("reden")] string? Reason);
