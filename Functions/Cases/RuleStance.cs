namespace RegelLoket.Cases;

/// <summary>The gist of an answer for one rule.</summary>
/// <param name="Rule">The position of the rule in the context analysis, from 1.</param>
/// <param name="Stance">The gist of the answer.</param>
public sealed record RuleStance(int Rule, AnswerStance Stance);
