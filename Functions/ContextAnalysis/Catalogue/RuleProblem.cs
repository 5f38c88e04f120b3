namespace RegelLoket.ContextAnalysis.Catalogue;

/// <summary>
/// What is wrong with one field of a rule, in a sentence for people. The field goes by its name in the files and the API.
/// </summary>
public sealed record RuleProblem(string Field, string Message);
