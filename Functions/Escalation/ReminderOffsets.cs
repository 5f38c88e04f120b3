using System.Text.Json.Serialization;

namespace RegelLoket.Escalation;

/// <summary>
/// The steps of the reminder schedule, in working days after the day on which the answer is due; negative is before.
/// </summary>
public sealed record ReminderOffsets
{
    public int Before { get; init; } = -5;

    public int OnTheDay { get; init; }

    public int After { get; init; } = 5;

    public int Coordinator { get; init; } = 10;

    public int SecondContact { get; init; } = 15;

    /// <summary>Whether the steps are in order.</summary>
    [JsonIgnore]
    public bool IsOrdered => Before < OnTheDay && OnTheDay < After && After < Coordinator && Coordinator <= SecondContact;
}
