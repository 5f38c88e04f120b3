using RegelLoket.Cases;

namespace RegelLoket.Library.Publication;

/// <summary>The properties of a case that could identify an organisation.</summary>
public sealed record CaseCell(CaseNumber Number, Branche Branche, string? Region, OrganisationSize? Size);
