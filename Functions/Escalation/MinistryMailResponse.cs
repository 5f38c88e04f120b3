using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

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
