namespace RegelLoket.Web.Components;

/// <summary>One row of a <see cref="DataList"/>; a missing value is shown as "Niet ingevuld".</summary>
public sealed record DataItem(string Key, string? Value, string? ChangeHref = null);
