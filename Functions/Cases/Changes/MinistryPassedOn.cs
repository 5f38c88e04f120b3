namespace RegelLoket.Cases.Changes;

/// <summary>
/// The ministry passed the question on to a colleague of the same ministry, with a note if it liked; the colleague's
/// address is stored in the private blob.
/// </summary>
public sealed record MinistryPassedOn(Ministry Ministry, string LinkHash, DateOnly LinkExpiresOn) : CaseChange, IMinistryChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) =>
        state.WithRequest(Ministry, r => r with
        {
            LinkHash = LinkHash,
            LinkExpiresOn = LinkExpiresOn,
            PassedOnCount = r.PassedOnCount + 1,
            Dialogue = e.Texts?.ContainsKey(TextNames.Note) == true ? [.. r.Dialogue, new(e.By, e.At, e.Text(TextNames.Note))]
                : r.Dialogue,
        });
}
