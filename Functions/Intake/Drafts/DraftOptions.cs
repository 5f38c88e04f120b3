using System.ComponentModel.DataAnnotations;

namespace RegelLoket.Intake.Drafts;

/// <summary>The retention of drafts: section <c>Drafts</c>.</summary>
public sealed class DraftOptions
{
    [Range(1, 365)]
    public int KeptForDays { get; init; } = 30;
}
