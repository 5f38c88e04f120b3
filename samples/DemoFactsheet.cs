using System.Text.Json.Serialization;
using RegelLoket.Library.Editing;

namespace RegelLoket.Demo;

/// <summary>A factsheet of the demo.</summary>
/// <param name="WrittenBefore">How many days ago it was written.</param>
/// <param name="HoldsDays">For how many days it was said to hold.</param>
/// <param name="Text">What it says.</param>
internal sealed record DemoFactsheet(
    [property: JsonPropertyName("dagenGeleden")] int WrittenBefore, [property: JsonPropertyName("geldtDagen")] int HoldsDays,
    [property: JsonPropertyName("factsheet")] FactsheetRequest Text);
