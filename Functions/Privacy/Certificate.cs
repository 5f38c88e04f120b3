using System.Globalization;
using System.Text.Json.Serialization;

namespace RegelLoket.Privacy;

/// <summary>The certificate of a (dry) run: the numbers of the cases and counts, without any content.</summary>
public sealed record Certificate
{
    internal const string IdFormat = "yyyy-MM-dd'T'HHmmss'Z'";

    [JsonPropertyName("dag")]
    public required DateOnly Day { get; init; }

    /// <summary>Whether it was a dry run, which destroys nothing.</summary>
    [JsonPropertyName("proef")]
    public required bool DryRun { get; init; }

    [JsonPropertyName("gemaaktOp")]
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The id: the moment of the run.</summary>
    [JsonIgnore]
    public string Id => MadeAt.UtcDateTime.ToString(IdFormat, CultureInfo.InvariantCulture);

    /// <summary>
    /// Whether the run is in progress or was interrupted, so that the cases are those that it was going to erase. A
    /// completed run lists what was erased.
    /// </summary>
    [JsonPropertyName("gepland")]
    public bool IsPlan { get; init; }

    /// <summary>Whether every case had been read. If not, the rest is erased the next night.</summary>
    [JsonPropertyName("volledig")]
    public bool IsWhole { get; init; } = true;

    [JsonPropertyName("zaken")]
    public required IReadOnlyList<CertificateLine> Cases { get; init; }

    [JsonPropertyName("orkestraties")]
    public required int Histories { get; init; }

    [JsonPropertyName("milliseconden")]
    public required long Milliseconds { get; init; }
}
