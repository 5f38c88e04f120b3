namespace RegelLoket.Web.Components;

/// <summary>One answer to choose in a list, a radio group or a group of checkboxes.</summary>
public sealed record Choice(string Value, string Text, string? Description = null);
