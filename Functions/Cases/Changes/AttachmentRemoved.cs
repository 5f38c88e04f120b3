namespace RegelLoket.Cases.Changes;

/// <summary>A file was taken away: by the reporter who sent it, or by a colleague, because of what is in it.</summary>
/// <param name="Id">The file.</param>
public sealed record AttachmentRemoved(string Id) : CaseChange
{
    public override CaseState ApplyTo(CaseState state, CaseEvent e) => state with
    {
        Attachments = [.. state.Attachments.Select(file => file.Id == Id ? file with { IsGone = true } : file)],
    };
}
