namespace RegelLoket.Cases.Changes;

/// <summary>The reporter or a follower changed or removed the e-mail address, which is in the private part.</summary>
public sealed record ContactChanged : CaseChange
{
    /// <summary>The place of the follower; null for the reporter.</summary>
    public int? Follower { get; init; }

    /// <summary>Whether any way to reach this person is left.</summary>
    public required bool Reachable { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        Follower is null ? state with { Anonymous = !Reachable } : state;
}
