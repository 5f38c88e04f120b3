using RegelLoket.Cases;

namespace RegelLoket.Experiments;

/// <summary>What an organisation wrote in its experiment, as the beginning of a text for the public.</summary>
internal static class OwnWords
{
    /// <summary>Returns the organisation's notes with their steps; empty when it wrote none.</summary>
    public static string Done(CaseFile file, CaseExperiment experiment) => string.Join(
        "\n\n", experiment.OwnNotes.Where(note => file.Text(note.Text) is not null)
            .Select(note => $"Ronde {note.Round}, {note.Phase.Label().ToLowerInvariant()}: {file.Text(note.Text)}"));

    /// <summary>Whether a text replaces a published one, or else words of the organisation, so that the edits can be shown.</summary>
    public static bool HasBefore(CaseExperiment experiment) => experiment.Shared is not null || HasAny(experiment);

    /// <summary>Whether the organisation wrote a note or the lessons itself.</summary>
    public static bool HasAny(CaseExperiment experiment) => experiment.OwnNotes.Any() || experiment.OwnLessons is not null;

    /// <summary>
    /// Returns each field of the public text with what stood there before: in the version that is published, or else in
    /// the words of the organisation. What nothing stood for counts as unchanged.
    /// </summary>
    public static IReadOnlyList<(string Label, string Before, string After)> Edits(
        CaseFile file, CaseExperiment experiment, ExperimentDraft draft)
    {
        (string, string, string) Edit(string label, string name, string? own)
        {
            var now = file.Text(draft.Text(name)) ?? "";
            var published = experiment.Shared is { } shared && shared != draft ? file.Text(shared.Text(name)) : null;
            return (label, published ?? (string.IsNullOrEmpty(own) ? now : own), now);
        }

        return
        [
            Edit("Titel", TextNames.PublicTitle, own: null),
            Edit("Wat moest er uitgevonden worden?", TextNames.PublicProblem, own: null),
            Edit("Wat is er gedaan?", TextNames.PublicSolution, Done(file, experiment)),
            Edit("Wat kunnen anderen hiervan leren?", TextNames.PublicLessons, file.Text(experiment.OwnLessons)),
        ];
    }

    /// <summary>Returns the organisation's own words with their labels, for the scan on personal data.</summary>
    public static IEnumerable<(string Label, string? Text)> All(CaseFile file, CaseExperiment experiment) =>
        experiment.OwnNotes
            .Select(note => ($"Ronde {note.Round}, {note.Phase.Label().ToLowerInvariant()}", file.Text(note.Text)))
            .Append(("Geleerd", file.Text(experiment.OwnLessons)));
}
