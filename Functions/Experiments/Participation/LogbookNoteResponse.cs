using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Experiments.Participation;

/// <summary>
/// A note as the organisation reads it; without text when it was erased, or when a colleague of the desk wrote it for
/// colleagues.
/// </summary>
public sealed record LogbookNoteResponse(
    [property: JsonPropertyName("ronde")] int Round, [property: JsonPropertyName("fase")] ExperimentPhase Phase,
    [property: JsonPropertyName("notitie")] string? Text, [property: JsonPropertyName("rol")] ActorRole Role,
    [property: JsonPropertyName("geschrevenOp")] DateTimeOffset At)
{
    public static LogbookNoteResponse Of(CaseFile file, ExperimentNote note) => new(
        note.Round, note.Phase, note.By.Role == ActorRole.Participant ? file.Text(note.Text) : null, note.By.Role, note.At);
}
