using System.Globalization;
using System.Text.Json.Serialization;

namespace RegelLoket.Privacy;

/// <summary>What a run destroyed, or would destroy: numbers of cases and counts, nothing of what it was.</summary>
public sealed record Certificate
{
    internal const string IdFormat = "yyyy-MM-dd'T'HHmmss'Z'";

    [JsonPropertyName("dag")]
    public required DateOnly Day { get; init; }

    /// <summary>A trial run looks and destroys nothing.</summary>
    [JsonPropertyName("proef")]
    public required bool DryRun { get; init; }

    [JsonPropertyName("gemaaktOp")]
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Its name: the moment of the run.</summary>
    [JsonIgnore]
    public string Id => MadeAt.UtcDateTime.ToString(IdFormat, CultureInfo.InvariantCulture);

    /// <summary>
    /// Whether the run is under way or was cut off: then the cases are those that it set out to erase. A run that ended names what is gone.
    /// </summary>
    [JsonPropertyName("gepland")]
    public bool IsPlan { get; init; }

    /// <summary>Whether every case had been read. If not, what is due among the others goes the next night.</summary>
    [JsonPropertyName("volledig")]
    public bool IsWhole { get; init; } = true;

    [JsonPropertyName("zaken")]
    public required IReadOnlyList<CertificateLine> Cases { get; init; }

    [JsonPropertyName("orkestraties")]
    public required int Histories { get; init; }

    [JsonPropertyName("milliseconden")]
    public required long Milliseconds { get; init; }
}
