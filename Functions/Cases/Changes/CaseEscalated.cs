namespace RegelLoket.Cases.Changes;

/// <summary>The case was put to one or more ministries, each with a question of its own.</summary>
public sealed record CaseEscalated : CaseChange
{
    public required IReadOnlyList<MinistryAsked> Requests { get; init; }

    public override CaseState ApplyTo(CaseState state, CaseEvent e)
    {
        var added = Requests.Select(r => new MinistryRequest
        {
            Ministry = r.Ministry,
            AskedAt = e.At,
            ReplyBefore = r.ReplyBefore,
            Question = e.Text(TextNames.QuestionTo(r.Ministry)),
            LinkHash = r.LinkHash,
            LinkExpiresOn = r.LinkExpiresOn,
            AskedRules = r.Rules,
            Files = r.Files ?? [],
        });
        return (state with
        {
            Requests = [.. state.Requests,
            .. added],
            Status = CaseStatus.AtMinistries
        }).WithMinistryProgress();
    }
}
