using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>The state of a case at the ministries, for the analyst.</summary>
public sealed class EscalationResponse(CaseFile file)
{
    [JsonPropertyName("zaaknummer")]
    public CaseNumber Number => file.Number;

    [JsonPropertyName("status")]
    public CaseStatus Status => file.State.Status;

    [JsonPropertyName("ministeries")]
    public IEnumerable<MinistryRequestResponse> Requests => file.State.Requests.Select(r => new MinistryRequestResponse(file, r));

    [JsonPropertyName("tegenspraken")]
    public IEnumerable<ContradictionResponse> Contradictions =>
        Escalation.Contradictions.Of(file.State)
            .Select(c => new ContradictionResponse([c.One, c.Other], c.Rule, file.Text(file.State.ContradictionExplanation)));
}

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

/// <summary>A mail that came to the address of a question.</summary>
public sealed class MinistryMailResponse(CaseFile file, MinistryMail mail)
{
    /// <summary>By which a decision names it.</summary>
    [JsonPropertyName("nummer")]
    public int Number => mail.Event;

    [JsonPropertyName("soort")]
    public InboundKind Kind => mail.Kind;

    [JsonPropertyName("ontvangenOp")]
    public DateTimeOffset At => mail.At;

    [JsonPropertyName("afzenderBewezen")]
    public bool IsProven => mail.IsProven;

    [JsonPropertyName("wacht")]
    public bool Waits => mail.Waits;

    /// <summary>What was newly written.</summary>
    [JsonPropertyName("tekst")]
    public string? Words => file.Text(mail.Words);

    /// <summary>With what it quotes; a quoted line begins with <c>&gt;</c>.</summary>
    [JsonPropertyName("heleMail")]
    public string? Whole => file.Text(mail.Whole);

    [JsonPropertyName("gegevens")]
    public string? Facts => file.Text(mail.Facts);
}

/// <summary>Answers that contradict each other.</summary>
public sealed record ContradictionResponse(
    [property: JsonPropertyName("ministeries")] IReadOnlyList<Ministry> Ministries, [property: JsonPropertyName("regel")]
        int? Rule, [property: JsonPropertyName("toelichting")] string? Explanation);
