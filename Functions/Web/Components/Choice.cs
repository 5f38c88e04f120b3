namespace RegelLoket.Web.Components;

/// <summary>An option in a list, a radio group or a group of checkboxes.</summary>
public sealed record Choice(string Value, string Text, string? Description = null);
