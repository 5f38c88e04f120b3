namespace RegelLoket.Web;

/// <summary>A text that somebody else saved after the form was opened, to show beside what was typed.</summary>
/// <param name="By">Who saved it, as people are named on the page.</param>
/// <param name="At">When; null when that is not known.</param>
/// <param name="Texts">The text by its parts: what each is called, and its words.</param>
public sealed record NewerText(string By, DateTimeOffset? At, IReadOnlyList<(string Label, string Text)> Texts)
{
    /// <summary>Why a text is not saved over a newer one.</summary>
    public const string Refusal = "Iemand anders heeft deze tekst intussen veranderd. Hieronder staan beide teksten naast elkaar.";
}
