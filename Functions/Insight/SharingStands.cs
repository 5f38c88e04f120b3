using RegelLoket.Cases;

namespace RegelLoket.Insight;

/// <summary>Reads from the state of a case what became of sharing its outcome.</summary>
internal static class SharingStands
{
    public static SharingStand Of(CaseState state) => state switch
    {
        { NotShared: not null } => SharingStand.Declined,
        { Publication: { IsPublic: true, IsOutdated: false } } => SharingStand.Shared,
        { Status: CaseStatus.OutcomeKnown } => SharingStand.ToShare,
        { Publication: { WasPublic: true, WithdrawnAt: not null } } => SharingStand.Withdrawn,
        _ => SharingStand.Unsaid,
    };
}
