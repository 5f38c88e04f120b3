using System.Text.Json.Serialization;
using RegelLoket.Cases;

namespace RegelLoket.Intake;

/// <summary>One part of a split report, as its reporter sees it.</summary>
/// <param name="Number">The case of the part.</param>
/// <param name="Title">What the part is about.</param>
/// <param name="Status">Its status, by its slug.</param>
/// <param name="WhatNow">The current step in one sentence.</param>
/// <param name="NewsBefore">The last day on which the reporter hears something of it; null when none is promised.</param>
/// <param name="Answer">Its answer; null while there is none.</param>
public sealed record ReportPart(
    [property: JsonPropertyName("zaaknummer")] CaseNumber Number, [property: JsonPropertyName("titel")] string Title,
    [property: JsonPropertyName("status")] string Status, [property: JsonPropertyName("watNu")] string WhatNow,
    [property: JsonPropertyName("voor")] DateOnly? NewsBefore, [property: JsonPropertyName("antwoord")] ReportAnswer? Answer)
{
    public static ReportPart Of(ReportResponse view) =>
        new(view.Number, view.Title, view.Status, view.WhatNow, view.NewsBefore, view.Answer);
}
