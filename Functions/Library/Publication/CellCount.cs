using RegelLoket.Cases;

namespace RegelLoket.Library.Publication;

/// <summary>The number of cases that share the properties shown to the public.</summary>
public sealed record CellCount(Branche Branche, string? Region, OrganisationSize? Size, int Cases)
{
    /// <summary>Whether enough cases share them. A branche alone identifies nobody; a region or size may.</summary>
    public bool IsLargeEnough => (Region is null && Size is null) || Cases >= PublicationCheck.SmallestCell;
}
