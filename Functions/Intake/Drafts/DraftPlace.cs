namespace RegelLoket.Intake.Drafts;

/// <summary>Where the reporter goes on with a draft: on the page where they stopped.</summary>
public static class DraftPlace
{
    public static string Of(Draft draft) => draft switch
    {
        { Sent: not null } => IntakeRoutes.Sent,
        { Helped: { } item } => IntakeRoutes.Helped(item),
        { Joining: not null } => FormStep.Join.Address,
        { StoppedAt: { } page } => page,
        _ => FirstOpen(draft),
    };

    /// <summary>The draft with the page that comes after the answers of one, or that page itself where they do not hold.</summary>
    public static Draft After(Draft draft, FormStep step, string next)
    {
        var errors = DraftReport.ErrorsIn(draft);
        return draft with { StoppedAt = step.Fields.Any(errors.ContainsKey) ? step.Address : next };
    }

    /// <summary>Whether what was published about the same must be looked at before the reporter goes on.</summary>
    public static bool IsBeforeSimilar(Draft draft) => draft.Answered.Contains(FormStep.Obstacle.Slug)
        && !draft.Answered.Contains(FormStep.Rule.Slug) && draft.SimilarSeen != SimilarVersion(draft);

    /// <summary>Tells the words by which something similar is found from others.</summary>
    public static long SimilarVersion(Draft draft) =>
        (DraftReport.VersionOf(draft, FormStep.Goal) << 32) | DraftReport.VersionOf(draft, FormStep.Obstacle);

    /// <summary>The first page that was not answered, or whose answers do not hold.</summary>
    private static string FirstOpen(Draft draft)
    {
        var errors = DraftReport.ErrorsIn(draft);
        return FormStep.All.FirstOrDefault(
            step => !draft.Answered.Contains(step.Slug) || step.Fields.Any(errors.ContainsKey))?.Address
            ?? IntakeRoutes.Check;
    }
}
