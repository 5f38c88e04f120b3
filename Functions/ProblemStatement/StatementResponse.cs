using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.ProblemStatement;

/// <summary>A version of the problem statement as shown to colleagues.</summary>
public sealed record StatementResponse
{
    [JsonPropertyName("zaaknummer")]
    public required CaseNumber Number { get; init; }

    [JsonPropertyName("status")]
    public required CaseStatus Status { get; init; }

    [JsonPropertyName("versie")]
    public required int Version { get; init; }

    [JsonPropertyName("auteur")]
    public required string Author { get; init; }

    [JsonPropertyName("geschrevenOp")]
    public required DateTimeOffset WrittenAt { get; init; }

    [JsonPropertyName("goedgekeurd")]
    public required bool Approved { get; init; }

    [JsonPropertyName("tekst")]
    public string? Text { get; init; }

    public static StatementResponse Newest(CaseFile file) => Of(file, file.State.Statements[^1]);

    public static StatementResponse Of(CaseFile file, StatementVersion version) => new()
    {
        Number = file.Number,
        Status = file.State.Status,
        Version = version.Version,
        Author = version.By.Name,
        WrittenAt = version.At,
        Approved = file.State.ApprovedVersion == version.Version,
        Text = file.Text(version.Text),
    };
}
