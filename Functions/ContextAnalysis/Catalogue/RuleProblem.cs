namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>
/// An error in one field of a rule, as a sentence for people. The field has its name in the files and the API.
/// </summary>
public sealed record RuleProblem(string Field, string Message);
