namespace RegelLoket.Web;

/// <summary>A text that another person saved after the form was opened, to show next to the typed one.</summary>
/// <param name="By">The name of that person on the page.</param>
/// <param name="At">The moment; null when it is unknown.</param>
/// <param name="Texts">The parts of the text, with their labels.</param>
public sealed record NewerText(string By, DateTimeOffset? At, IReadOnlyList<(string Label, string Text)> Texts)
{
    /// <summary>The older text that the person read and wanted to approve; empty where they typed one of their own.</summary>
    public IReadOnlyList<(string Label, string Text)> Read { get; init; } = [];

    /// <summary>The reason for not saving a text over a newer one.</summary>
    public const string Refusal =
        "Iemand anders heeft deze tekst intussen veranderd. Hieronder staan beide teksten naast elkaar.";
}
