namespace RegelLoket.ContextAnalysis.Owners;

/// <summary>The clauses from one up to another, and the owner of their problem.</summary>
internal readonly record struct OwnerStretch(int From, int To, int Owner);
