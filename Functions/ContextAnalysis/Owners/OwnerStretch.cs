namespace RegelLoket.ContextAnalysis.Owners;

/// <summary>The clauses from one up to another, and whose problem they tell.</summary>
internal readonly record struct OwnerStretch(int From, int To, int Owner);
