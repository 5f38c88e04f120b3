using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>The analyst goes on without a reply: the deadline moves by the working days of the pause.</summary>
public sealed record ReporterNotAwaited : CaseChange
{
    /// <summary>The new deadline; null when none was set.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The last day on which the reporter gets news, from now on; null leaves it as it was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? NewsBefore { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) => (state with
    {
        Status = state.ResumeStatus!.Value,
        ResumeStatus = null,
        PausedOn = null,
        DueOn = DueOn ?? state.DueOn,
        Promise = NewsBefore is { } day ? new(day) : state.Promise,
    }).WithMinistryProgress();
}
