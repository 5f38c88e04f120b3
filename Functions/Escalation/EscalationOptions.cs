using System.ComponentModel.DataAnnotations;

namespace RegelLoket.Escalation;

/// <summary>How a ministry gets at its page.</summary>
public sealed class EscalationOptions
{
    public const string Section = "Escalation";

    /// <summary>How many days a link opens the page.</summary>
    [Range(1, 730)]
    public int LinkDays { get; set; } = 180;

    /// <summary>How long an access code may be filled in.</summary>
    public TimeSpan AccessCodeLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Wrong access codes after which the page is locked.</summary>
    [Range(1, 20)]
    public int MaximumWrongCodes { get; set; } = 5;

    /// <summary>Access codes that may be asked for before one of them was used.</summary>
    [Range(1, 50)]
    public int MaximumAccessCodes { get; set; } = 6;

    /// <summary>How long the page is locked then.</summary>
    public TimeSpan Lock { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a session on the page lasts (WCAG 2.2.1 asks for at least 20 hours).</summary>
    public TimeSpan Session { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How many days a mail that belongs to no case is kept.</summary>
    [Range(1, 730)]
    public int DeskMailDays { get; set; } = 180;

    /// <summary>
    /// Whether the link's code alone opens the API, without an access code that was mailed. Only for trying out: by
    /// default true where a development identity is configured and false everywhere else.
    /// </summary>
    public bool? LinkAloneOpensApi { get; set; }
}
