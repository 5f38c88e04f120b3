namespace RegelLoket.Library.Items;

/// <summary>How many others said "speelt bij ons ook", and how many an item helped.</summary>
/// <param name="Organisations">How often it was said.</param>
/// <param name="People">How many colleagues they named together.</param>
/// <param name="Helped">How often somebody who began a report said that it helped.</param>
public sealed record SharedBy(int Organisations, int People, int Helped = 0);
