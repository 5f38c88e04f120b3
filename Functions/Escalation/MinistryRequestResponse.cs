using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>The request to one ministry, for the analyst.</summary>
public sealed class MinistryRequestResponse(CaseFile file, MinistryRequest request)
{
    [JsonPropertyName("ministerie")]
    public Ministry Ministry => request.Ministry;

    [JsonPropertyName("status")]
    public RequestStatus Status => request.Status;

    [JsonPropertyName("vraag")]
    public string? Question => file.Text(request.Question);

    [JsonPropertyName("gevraagdOp")]
    public DateTimeOffset AskedAt => request.AskedAt;

    [JsonPropertyName("reactieVoor")]
    public DateOnly ReplyBefore => request.ReplyBefore;

    [JsonPropertyName("meerTijdTot")]
    public DateOnly? MoreTimeUntil => request.MoreTimeUntil;

    [JsonPropertyName("teLaat")]
    public bool Late => request.Late;

    [JsonPropertyName("antwoord")]
    public string? Answer => file.Text(request.Answer);

    [JsonPropertyName("strekking")]
    public AnswerStance? Stance => request.Stance;

    [JsonPropertyName("gesprek")]
    public IEnumerable<QuestionTurnResponse> Dialogue => QuestionResponse.Of(file, request).Dialogue;

    [JsonPropertyName("mails")]
    public IEnumerable<MinistryMailResponse> Mails => request.Mails.Select(mail => new MinistryMailResponse(file, mail));
}
