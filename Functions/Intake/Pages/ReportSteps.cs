using RegelLoket.Web.Components;

namespace RegelLoket.Intake.Pages;

/// <summary>The five steps of a report as a progress bar; the next step shows its date.</summary>
internal static class ReportSteps
{
    public static IReadOnlyList<Step> Of(IReadOnlyList<ReportStep> steps, string? now = null)
    {
        var current = steps.Select((step, place) => step.At is null ? -1 : place).Max();
        return [.. steps.Select((step, place) => place < current && step.At is null
            ? new Step(
                $"{(step.Name == ReportResponse.AtMinistries ? "Ministerie" : step.Name)}: niet nodig", StepState.Skipped)
            : new Step(
                step.Name,
                place == current ? StepState.Current : place < current ? StepState.Done : StepState.Upcoming,
                step.At,
                place == current ? now : null))];
    }
}
