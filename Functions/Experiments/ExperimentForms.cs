using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Experiments.Participation;
using RegelLoket.Web;

namespace RegelLoket.Experiments;

/// <summary>Reads the forms on the pages of experiments; their fields have the names of the API.</summary>
public static class ExperimentForms
{
    public static ExperimentRequest Start(FormState form) => new()
    {
        Organisation = form.Value("organisatie"),
        Question = form.Value("vraagstuk"),
        Branche = EnumNames.TryParseSlug<Branche>(form.Value("branche"), out var branche) ? branche : null,
        Themes = [.. form.Values("themas").Where(t => EnumNames.TryParseSlug<Theme>(t, out _))
            .Select(t => EnumNames.TryParseSlug<Theme>(t, out var theme) ? theme : default)],
        FrontRunner = form.Value("koploper"),
    };

    public static ExperimentNoteRequest Note(FormState form) => new()
    {
        Phase = EnumNames.TryParseSlug<ExperimentPhase>(form.Value("fase"), out var phase) ? phase : null,
        Note = form.Value("notitie"),
    };

    /// <summary>Reads the figures, with a comma or a point; the form shows one that is no number again.</summary>
    public static ExperimentMeasureRequest Measure(FormState form) => new()
    {
        Round = int.TryParse(form.Value("ronde"), NumberStyles.None, CultureInfo.InvariantCulture, out var round)
            ? round : null,
        Outflow = Number(form, "uitstroom"),
        SickLeave = Number(form, "verzuim"),
        Hours = Number(form, "uren"),
    };

    public static ExperimentEndRequest End(FormState form) => new()
    {
        Result = EnumNames.TryParseSlug<ExperimentResult>(form.Value("resultaat"), out var result) ? result : null,
        Lessons = form.Value("lessen"),
    };

    public static InvitationRequest Invitation(FormState form) => new() { Name = form.Value("naam"), Email = form.Value("email") };

    public static ExperimentTextRequest Text(FormState form) => new()
    {
        Title = form.Value("titel"),
        Question = form.Value("vraagstuk"),
        WhatWasDone = form.Value("watGedaan"),
        Lessons = form.Value("lessen"),
        FindingsReviewed = form.Has("vondstenBekeken", "ja"),
    };

    /// <summary>
    /// Returns a form with the text that was drafted or published last. The first one begins with the words of the
    /// organisation where it wrote itself, never with what a colleague wrote for colleagues.
    /// </summary>
    public static FormState Of(CaseFile file, CaseExperiment experiment) => experiment.Draft is { } draft
        ? new FormState()
            .With("titel", file.Text(draft.Text(TextNames.PublicTitle)))
            .With("vraagstuk", file.Text(draft.Text(TextNames.PublicProblem)))
            .With("watGedaan", file.Text(draft.Text(TextNames.PublicSolution)))
            .With("lessen", file.Text(draft.Text(TextNames.PublicLessons)))
        : !OwnWords.HasAny(experiment) ? new FormState()
        : new FormState()
            .With("vraagstuk", file.Text(experiment.Question))
            .With("watGedaan", OwnWords.Done(file, experiment))
            .With("lessen", file.Text(experiment.OwnLessons));

    private static decimal? Number(FormState form, string field)
    {
        var typed = form.Value(field).Replace(',', '.').TrimEnd('%').Trim();
        if (typed.Length == 0)
        {
            return null;
        }

        if (decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        form.Refuse(field, "Vul een getal in, zoals 6,5.");
        return null;
    }
}
