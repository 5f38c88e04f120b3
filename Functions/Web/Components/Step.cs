namespace RegelLoket.Web.Components;

/// <summary>One step on the way of a case.</summary>
public sealed record Step(string Title, StepState State, DateTimeOffset? At = null, string? Description = null);
