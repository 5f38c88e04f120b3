using System.ComponentModel.DataAnnotations;

namespace RegelLoket.Experiments;

/// <summary>The settings for organisations that write in their experiment themselves.</summary>
public sealed class ExperimentOptions
{
    public const string Section = "Experiments";

    /// <summary>The number of days for which a link works.</summary>
    [Range(1, 730)]
    public int LinkDays { get; set; } = 365;

    /// <summary>The number of working days without a word after which an organisation is reminded.</summary>
    [Range(1, 250)]
    public int SilentDays { get; set; } = 20;

    /// <summary>The lifetime of a session on the page (WCAG 2.2.1 requires at least 20 hours).</summary>
    public TimeSpan Session { get; set; } = TimeSpan.FromHours(24);
}
