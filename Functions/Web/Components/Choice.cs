namespace RegelLoket.Web.Components;

/// <summary>One answer to choose in a list, a radio group or a group of checkboxes.</summary>
public sealed record Choice(string Value, string Text, string? Description = null);

/// <summary>One row of a <see cref="DataList"/>; a missing value reads "Niet ingevuld".</summary>
public sealed record DataItem(string Key, string? Value, string? ChangeHref = null);

/// <summary>One step on the way of a case.</summary>
public sealed record Step(string Title, StepState State, DateTimeOffset? At = null, string? Description = null);

public enum StepState
{
    Done,
    Current,
    Upcoming,

    /// <summary>Passed over: the case did not need it.</summary>
    Skipped,
}

public enum AlertKind
{
    Info,
    Ok,
    Warning,
    Error,
}

public enum BadgeKind
{
    Neutral,
    Active,
    Success,
    Warning,
    Danger,
}

public enum ButtonKind
{
    Primary,
    Secondary,
    Subtle,
    Danger,
}

/// <summary>Where in the site a page belongs: which menu it has and which entry of it is marked.</summary>
public enum Section
{
    None,
    Start,
    Report,
    Follow,
    Library,
    Workbench,
    Insight,
    Rules,
    WorkbenchLibrary,
}
