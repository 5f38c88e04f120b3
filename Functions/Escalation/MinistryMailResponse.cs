using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>A mail that was sent to the address of a question.</summary>
public sealed class MinistryMailResponse(CaseFile file, MinistryMail mail)
{
    /// <summary>The number that a decision refers to.</summary>
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

    /// <summary>The new text.</summary>
    [JsonPropertyName("tekst")]
    public string? Words => file.Text(mail.Words);

    /// <summary>The whole text; a quoted line starts with <c>&gt;</c>.</summary>
    [JsonPropertyName("heleMail")]
    public string? Whole => file.Text(mail.Whole);

    [JsonPropertyName("gegevens")]
    public string? Facts => file.Text(mail.Facts);
}
