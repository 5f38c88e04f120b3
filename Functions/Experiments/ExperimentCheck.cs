using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Experiments;

/// <summary>Checks the fields of a command on an experiment; null instead of an event when any is wrong.</summary>
internal static class ExperimentCheck
{
    public const int NoteLength = 5000;

    private const int NameLength = 200;
    private const int TitleLength = 160;
    private const int QuestionLength = 2000;
    private const int IdLength = 80;
    private const int MostDecimals = 2;

    public static NewEvent? Start(Actor by, CaseState state, ExperimentRequest input, FieldErrors errors)
    {
        var organisation = errors.Required("organisatie", TextSanitizer.CleanLine(input.Organisation), NameLength,
            "Vul in welke organisatie dit uitprobeert.");
        var question = errors.Required(
            "vraagstuk", input.Question, QuestionLength, "Schrijf op wat de organisatie wil uitvinden.");
        var runner = TextSanitizer.CleanLine(input.FrontRunner);
        errors.AddWhen(runner.Length > IdLength || !runner.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'), "koploper",
            "Kies een koploper uit de bibliotheek.");
        errors.AddWhen(input.Themes is { Count: 0 }, "themas", "Kies minstens één thema.");
        return errors.Any ? null : new NewEvent(by, new ExperimentStarted
        {
            Experiment = state.Experiments.Length + 1,
            Branche = input.Branche ?? state.Branche,
            Themes = input.Themes ?? state.Themes,
            FrontRunner = runner.Length > 0 ? runner : null,
        })
        { Texts = new Dictionary<string, string> { [TextNames.Organisation] = organisation, [TextNames.Question] = question } };
    }

    public static NewEvent? Note(Actor by, CaseExperiment experiment, ExperimentNoteRequest input, FieldErrors errors)
    {
        var note = errors.Required("notitie", input.Note, NoteLength, "Schrijf op wat er gebeurde.");
        CitizenServiceNumbers.Refuse([new("notitie", note)], errors);
        errors.AddWhen(input.Phase is null, "fase", "Kies bij welke stap dit hoort.");
        var round = input.Phase is { } phase ? experiment.RoundFor(phase) : null;
        errors.AddWhen(input.Phase is not null && round is null, "fase",
            $"Die stap is nog niet aan de beurt. Nu kan: {string.Join(" of ", Possible(experiment))}.");
        return errors.Any ? null : new NewEvent(
            by, new ExperimentNoted { Experiment = experiment.Number, Round = round!.Value, Phase = input.Phase!.Value })
        {
            Texts = new Dictionary<string, string> { [TextNames.Note] = note },
        };
    }

    public static NewEvent? Measure(Actor by, CaseExperiment experiment, ExperimentMeasureRequest input, FieldErrors errors)
    {
        errors.AddWhen(input.Round is null, "ronde", "Kies wanneer er gemeten is.");
        errors.AddWhen(input.Round is < 0 || input.Round > experiment.Round, "ronde", "Die ronde is er nog niet.");
        foreach (var (field, _, value, most) in input.All)
        {
            errors.AddWhen(value is < 0 || value > most, field, $"Vul een getal in van 0 tot en met {most}.");
            errors.AddWhen(value is { Scale: > MostDecimals }, field, "Gebruik hoogstens twee cijfers achter de komma.");
        }

        var figures = input.All.Where(f => f.Value is not null).Select(f => new MeasuredFigure(f.Kind, f.Value!.Value))
            .ToList();
        errors.AddWhen(figures.Count == 0, "uitstroom", "Vul minstens één cijfer in.");
        return errors.Any ? null : new NewEvent(
            by, new ExperimentMeasured { Experiment = experiment.Number, Round = input.Round!.Value, Figures = figures });
    }

    public static NewEvent? End(Actor by, CaseExperiment experiment, ExperimentEndRequest input, FieldErrors errors)
    {
        errors.AddWhen(input.Result is null, "resultaat", "Kies wat eruit kwam.");
        var lessons = errors.Required("lessen", input.Lessons, NoteLength,
            "Schrijf op wat jullie leerden. Ook als het niet werkte, hebben anderen daar iets aan.");
        CitizenServiceNumbers.Refuse([new("lessen", lessons)], errors);
        return errors.Any ? null
            : new NewEvent(by, new ExperimentEnded { Experiment = experiment.Number, Result = input.Result!.Value })
            {
                Texts = new Dictionary<string, string> { [TextNames.Lessons] = lessons },
            };
    }

    public static NewEvent? Draft(
        Actor by, CaseFile file, CaseExperiment experiment, ExperimentTextRequest input, FieldErrors errors)
    {
        var texts = new Dictionary<string, string>
        {
            [TextNames.PublicTitle] = errors.Required("titel", TextSanitizer.CleanLine(input.Title), TitleLength,
                "Geef de tekst een titel."),
            [TextNames.PublicProblem] =
                errors.Required("vraagstuk", input.Question, NoteLength, "Schrijf op wat er uitgevonden moest worden."),
            [TextNames.PublicSolution] = errors.Required(
                "watGedaan", input.WhatWasDone, NoteLength, "Schrijf op wat er is gedaan."),
            [TextNames.PublicLessons] =
                errors.Required("lessen", input.Lessons, NoteLength, "Schrijf op wat anderen hiervan kunnen leren."),
        };
        var organisation = file.Text(experiment.Organisation);
        foreach (var (name, field) in new[] { (TextNames.PublicTitle, "titel"), (TextNames.PublicProblem, "vraagstuk"),
            (TextNames.PublicSolution, "watGedaan"), (TextNames.PublicLessons, "lessen") })
        {
            errors.RefusePersonalData(field, texts[name], input.FindingsReviewed);
            errors.RefuseOrganisation(field, texts[name], organisation, input.FindingsReviewed);
        }

        return errors.Any ? null : new NewEvent(
            by, new ExperimentDrafted
            {
                Experiment = experiment.Number,
                Version = (experiment.Draft?.Version ?? 0) + 1,
                Seen = CommandRequest.SeenIn(file),
            })
        { Texts = texts };
    }

    private static IEnumerable<string> Possible(CaseExperiment experiment) =>
        EnumNames.All<ExperimentPhase>().Where(phase => experiment.RoundFor(phase) is not null)
            .Select(phase => phase.Label().ToLowerInvariant());
}
