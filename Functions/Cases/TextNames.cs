using System.Globalization;

namespace RegelLoket.Cases;

/// <summary>The names of texts in the private blob. A name that is in use never changes.</summary>
public static class TextNames
{
    public const string Title = "title";
    public const string Description = "description";
    public const string Obstacle = "obstacle";
    public const string Tried = "tried";
    public const string Wish = "wish";
    public const string SuspectedRule = "suspectedRule";
    public const string Consequences = "consequences";
    public const string Organisation = "organisation";
    public const string Explanation = "explanation";
    public const string Statement = "statement";
    public const string Question = "question";
    public const string Reply = "reply";
    public const string Answer = "answer";
    public const string Reason = "reason";
    public const string ReporterText = "reporterText";
    public const string Note = "note";
    public const string RuleSays = "ruleSays";
    public const string WhatYouMay = "whatYouMay";
    public const string ConfirmedBy = "confirmedBy";
    public const string RuleBefore = "ruleBefore";
    public const string RuleAfter = "ruleAfter";
    public const string ReferredTo = "referredTo";
    public const string PublicTitle = "publicTitle";
    public const string PublicProblem = "publicProblem";
    public const string PublicRule = "publicRule";
    public const string PublicSolution = "publicSolution";
    public const string Lessons = "lessons";
    public const string PublicLessons = "publicLessons";

    /// <summary>A whole mail that came in; lines that it quotes start with <c>&gt;</c>.</summary>
    public const string Mail = "mail";

    /// <summary>The sender, the subject and the attachments of a mail that came in, one on a line.</summary>
    public const string MailFacts = "mailFacts";

    /// <summary>The name of a file, as its sender gave it.</summary>
    public const string FileName = "fileName";

    private const string Part = "part";

    /// <summary>Returns the name of a text of one part of a split report, counted from 1: <c>part.2.title</c>.</summary>
    public static string OfPart(int part, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{Part}.{part}.{name}");

    /// <summary>Returns the part of a split report to which a text belongs, and its name there; null for any other text.</summary>
    public static (int Part, string Name)? PartOf(string text) => text.Split('.') is [Part, var part, var name]
        && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? (place, name) : null;

    /// <summary>Returns the name of the question to one ministry: <c>question.vws</c>.</summary>
    public static string QuestionTo(Ministry ministry) => $"{Question}.{ministry.Slug()}";
}
