using System.ComponentModel.DataAnnotations;

namespace RegelLoket.Escalation;

/// <summary>The settings for a ministry's access to its page.</summary>
public sealed class EscalationOptions
{
    public const string Section = "Escalation";

    /// <summary>The number of days for which a link works.</summary>
    [Range(1, 730)]
    public int LinkDays { get; set; } = 180;

    /// <summary>The lifetime of an access code.</summary>
    public TimeSpan AccessCodeLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>The number of wrong access codes that locks the page.</summary>
    [Range(1, 20)]
    public int MaximumWrongCodes { get; set; } = 5;

    /// <summary>The maximum number of unused access codes.</summary>
    [Range(1, 50)]
    public int MaximumAccessCodes { get; set; } = 6;

    /// <summary>The duration of the lock.</summary>
    public TimeSpan Lock { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The lifetime of a session on the page (WCAG 2.2.1 requires at least 20 hours).</summary>
    public TimeSpan Session { get; set; } = TimeSpan.FromHours(24);

    /// <summary>The number of days for which a mail without a case is stored.</summary>
    [Range(1, 730)]
    public int DeskMailDays { get; set; } = 180;

    /// <summary>
    /// Whether the link's code opens the API without a mailed access code. Meant for trials: by default true where a
    /// development identity is configured and false everywhere else.
    /// </summary>
    public bool? LinkAloneOpensApi { get; set; }
}
