using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>
/// One line of a case's stream: who changed what, and when. It holds no free text and no personal data; <see cref="Texts"/> holds a salted
/// hash of each text, which itself is stored in the private blob under this event's number (see <see cref="PrivateCase"/>).
/// </summary>
public sealed record CaseEvent
{
    /// <summary>Counts from 1 without gaps.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Actor By { get; init; }

    public required CaseChange What { get; init; }

    /// <summary>
    /// Per text of this event (a name of <see cref="TextNames"/>): the lower-case hexadecimal SHA-256 of its salt and its UTF-8 bytes.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Texts { get; init; }

    /// <summary>
    /// The W3C <c>traceparent </c> of what caused this event, so that all that follows from it belongs to one trace; null for events from
    /// before this was kept.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Trace { get; init; }

    /// <summary>The request that asked for it; null for what the desk did by itself, and for events from before this was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RequestMark? Request { get; init; }

    /// <summary>SHA-256 over the previous event's hash and this event's canonical bytes; see <see cref="EventLine"/>.</summary>
    [JsonIgnore]
    public string Hash { get; init; } = "";

    /// <summary>Where a text of this event is found.</summary>
    public TextReference Text(string name) => new(Number, name);
}

/// <summary>Points to a text in the private blob: the number of its event and its name there.</summary>
public readonly record struct TextReference(int Event, string Name);

/// <summary>The names under which texts lie in the private blob. A name that is in use never changes.</summary>
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

    /// <summary>A whole mail that came in; a line that it quotes begins with <c>&gt;</c>.</summary>
    public const string Mail = "mail";

    /// <summary>Who sent a mail that came in, its subject and its attachments, a line each.</summary>
    public const string MailFacts = "mailFacts";

    /// <summary>The question to one ministry: <c>question.vws</c>.</summary>
    public static string QuestionTo(Ministry ministry) => $"{Question}.{ministry.Slug()}";
}
