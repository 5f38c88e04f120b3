using System.ComponentModel.DataAnnotations;

namespace RegelLoket.Cases;

/// <summary>The days that do not count as working days, besides weekends and calendar-based public holidays.</summary>
public sealed class WorkingDayOptions
{
    public const string Section = "WorkingDays";

    /// <summary>Whether 5 May is a day off every year; otherwise only in years that end in 0 or 5.</summary>
    public bool LiberationDayEveryYear { get; set; }

    /// <summary>Days on which the ministries are closed by agreement, such as the Friday after Ascension Day.</summary>
    [Required]
    public IList<DateOnly> BridgeDays { get; set; } = [];
}
