using System.Text.Json.Serialization;

namespace RegelLoket.Cases.Changes;

/// <summary>The item was removed from the library, its feed and its dumps.</summary>
public sealed record PublicationWithdrawn : CaseChange
{
    /// <summary>Whether a newer draft was waiting, which is kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool KeepsDraft { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithPublication(p => KeepsDraft ? p with { PublishedAt = null, Standing = null } : p with { WithdrawnAt = e.At }) with
        {
            Status = state.Status == CaseStatus.Shared ? CaseStatus.Closed : state.Status,
        };
}
