using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>The question to one ministry.</summary>
public sealed record MinistryQuestion
{
    [JsonPropertyName("ministerie")]
    public required Ministry Ministry { get; init; }

    [JsonPropertyName("vraag")]
    public required string Question { get; init; }

    /// <summary>The positions of the rules in the context analysis; the ministry's own rules when left out.</summary>
    [JsonPropertyName("overRegels")]
    public IReadOnlyList<int>? Rules { get; init; }

    /// <summary>The files that the ministry may see, by their ids; none when left out.</summary>
    [JsonPropertyName("bijlagen")]
    public IReadOnlyList<string>? Files { get; init; }

    /// <summary>
    /// The day on which the answer is due, moved to the next working day; the ministry's own term when left out.
    /// </summary>
    [JsonPropertyName("reactieVoor")]
    public DateOnly? ReplyBefore { get; init; }
}
