namespace RegelLoket.Web.Components;

/// <summary>One step of a case in a progress bar.</summary>
public sealed record Step(string Title, StepState State, DateTimeOffset? At = null, string? Description = null);
