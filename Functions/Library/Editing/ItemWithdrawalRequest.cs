using System.Text.Json.Serialization;

namespace RegelLoket.Library.Editing;

/// <summary>The reason to remove an item from the library.</summary>
public sealed record ItemWithdrawalRequest([property: JsonPropertyName("reden")] string? Reason);
