using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>One open question, with the session to read and answer it.</summary>
public sealed record OpenQuestionResponse
{
    [JsonPropertyName("zaaknummer")]
    public required CaseNumber Number { get; init; }

    [JsonPropertyName("ministerie")]
    public required Ministry Ministry { get; init; }

    [JsonPropertyName("status")]
    public required RequestStatus Status { get; init; }

    [JsonPropertyName("gevraagdOp")]
    public required DateTimeOffset AskedAt { get; init; }

    [JsonPropertyName("reactieVoor")]
    public required DateOnly ReplyBefore { get; init; }

    [JsonPropertyName("vraag")]
    public required string Question { get; init; }

    [JsonPropertyName("reactiecode")]
    public required string Code { get; init; }

    internal static OpenQuestionResponse Of(CaseFile file, MinistryRequest request, string code) => new()
    {
        Number = file.Number,
        Ministry = request.Ministry,
        Status = request.Status,
        AskedAt = request.AskedAt,
        ReplyBefore = request.ReplyBefore,
        Question = file.Text(request.Question) ?? "[gewist]",
        Code = code,
    };
}
