using RegelLoket.Cases;

namespace RegelLoket.Library.Publication;

/// <summary>What of a case could point to an organisation.</summary>
public sealed record CaseCell(CaseNumber Number, Branche Branche, string? Region, OrganisationSize? Size);
