namespace RegelLoket.Outcome;

/// <summary>The parts that an outcome can have in addition to its text and reason.</summary>
[Flags]
public enum OutcomeParts
{
    None = 0,
    Rule = 1,
    RuleSays = 2,
    WhatYouMay = 4,
    Confirmation = 8,
    Change = 16,
    ReferredTo = 32,
    Term = 64,
}
