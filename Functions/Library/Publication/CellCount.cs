using RegelLoket.Cases;

namespace RegelLoket.Library.Publication;

/// <summary>How many cases share what the public would see of one.</summary>
public sealed record CellCount(Branche Branche, string? Region, OrganisationSize? Size, int Cases)
{
    /// <summary>A branche alone points to nobody; with a region or size it takes enough cases.</summary>
    public bool IsLargeEnough => (Region is null && Size is null) || Cases >= PublicationCheck.SmallestCell;
}
