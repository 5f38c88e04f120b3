namespace RegelLoket.Library.Items;

/// <summary>The number of others who have the same question, or whom an item helped.</summary>
/// <param name="Organisations">The number of organisations.</param>
/// <param name="People">The number of affected people there together.</param>
/// <param name="Helped">The number of people who began a report and said that the item helped.</param>
public sealed record SharedBy(int Organisations, int People, int Helped = 0);
