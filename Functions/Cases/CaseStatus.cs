using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>The status of a case, in the order of the steps.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseStatus>))]
public enum CaseStatus
{
    [JsonStringEnumMemberName("ontvangen"), Display(Name = "Ontvangen")]
    Received,

    [JsonStringEnumMemberName("in-analyse"), Display(Name = "In analyse")]
    Analysing,

    [JsonStringEnumMemberName("wacht-op-melder"), Display(Name = "Wacht op melder")]
    WaitingForReporter,

    [JsonStringEnumMemberName("probleemstelling"), Display(Name = "Probleemstelling")]
    DraftingStatement,

    [JsonStringEnumMemberName("wacht-op-goedkeuring"), Display(Name = "Wacht op goedkeuring")]
    AwaitingApproval,

    [JsonStringEnumMemberName("klaar-voor-besluit"), Display(Name = "Klaar voor besluit")]
    ReadyToDecide,

    [JsonStringEnumMemberName("bij-ministeries"), Display(Name = "Bij ministeries")]
    AtMinistries,

    [JsonStringEnumMemberName("beantwoord"), Display(Name = "Antwoorden binnen")]
    AnswersIn,

    [JsonStringEnumMemberName("uitkomst-bekend"), Display(Name = "Uitkomst bekend")]
    OutcomeKnown,

    [JsonStringEnumMemberName("gedeeld"), Display(Name = "Gedeeld")]
    Shared,

    [JsonStringEnumMemberName("gesloten"), Display(Name = "Gesloten")]
    Closed,

    [JsonStringEnumMemberName("samengevoegd"), Display(Name = "Samengevoegd")]
    Merged,

    [JsonStringEnumMemberName("ingetrokken"), Display(Name = "Ingetrokken")]
    Withdrawn,

    /// <summary>A part of a split report whose split was undone.</summary>
    [JsonStringEnumMemberName("teruggevoegd"), Display(Name = "Teruggevoegd")]
    TakenBack,
}
