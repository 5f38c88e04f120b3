using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Intake;

/// <summary>One turn of the dialogue, from <c>jij</c> or <c>loket</c>.</summary>
/// <param name="From">Who wrote it.</param>
/// <param name="At">When.</param>
/// <param name="Text">The words.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsNew">Whether the desk wrote it and the reporter has not read it yet.</param>
public sealed record ReportTurn(
    [property: JsonPropertyName("van")] string From, [property: JsonPropertyName("op")] DateTimeOffset At,
    [property: JsonPropertyName("tekst")] string Text, [property: JsonPropertyName("soort")] ReportTurnKind Kind,
    [property: JsonPropertyName("nieuw")] bool IsNew)
{
    private const string Erased = "[gewist]";
    private const string Unsaid = "Zonder toelichting.";

    [JsonIgnore]
    public bool IsOwn => From == "jij";

    /// <summary>All that reporter and desk said to each other, objections too, in the order of saying.</summary>
    public static IReadOnlyList<ReportTurn> Of(CaseFile file) =>
        [.. file.Events.Select(e => Of(file, e)).OfType<ReportTurn>()];

    private static ReportTurn? Of(CaseFile file, CaseEvent e)
    {
        return e.What switch
        {
            ReporterAsked => Said(ReportTurnKind.Question, TextNames.Question),
            ReporterReplied or ReporterWrittenTo => Said(ReportTurnKind.Message, TextNames.Reply),
            DisputeSettled or CaseReopened => Said(ReportTurnKind.Decision, TextNames.Reply),
            CaseClosedUnanswered => Said(ReportTurnKind.Closed, TextNames.Reason),
            OutcomeDisputed => Said(ReportTurnKind.ObjectionToOutcome, TextNames.Reason),
            PublicationObjected => Said(ReportTurnKind.ObjectionToText, TextNames.Reason),
            EffectAnswered when e.Texts?.ContainsKey(TextNames.Explanation) == true =>
                Said(ReportTurnKind.Effect, TextNames.Explanation),
            _ => null,
        };

        ReportTurn Said(ReportTurnKind kind, string name)
        {
            // A colleague may have written an objection down for the reporter.
            var isOwn = e.By.Role == ActorRole.Reporter || kind is ReportTurnKind.ObjectionToOutcome
                or ReportTurnKind.ObjectionToText;
            var text = file.Text(e.Text(name)) ?? (e.Texts?.ContainsKey(name) == true ? Erased : Unsaid);
            return new(isOwn ? "jij" : "loket", e.At, text, kind, !isOwn && e.At >= file.State.UnreadByReporterSince);
        }
    }
}
