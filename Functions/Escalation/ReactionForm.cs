using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Escalation;

/// <summary>Parses the forms on the ministry's page into the fields of the API.</summary>
public static class ReactionForm
{
    public const string Action = "actie";
    public const string Save = "bewaren";
    public const string Answer = "tekst";
    public const string Stance = "strekking";
    public const string AskBack = "vraag";
    public const string Reason = "reden";
    public const string Until = "tot";
    public const string Whose = "wiens";
    public const string Email = "email";
    public const string Note = "bericht";
    public const string Letter = "brief";

    private const int MostRules = 50;

    public static string Rule(int number) => $"regel-{number}";

    public static ReactionKind? KindOf(string? slug) => EnumNames.TryParseSlug<ReactionKind>(slug, out var kind) ? kind : null;

    /// <summary>Returns the posted reaction; null when no known button was pressed.</summary>
    public static ReactionRequest? Read(FormState form) =>
        KindOf(form.Value(Action)) is not { } kind ? null : new ReactionRequest
        {
            Kind = kind,
            Text = form.Value(TextField(kind)),
            Stance = kind == ReactionKind.Answer ? StanceOf(form.Value(Stance)) : null,
            Rules = kind == ReactionKind.Answer ? [.. RulesOf(form).Select(r => new RuleReaction(r.Rule, r.Stance))] : null,
            Until = DateOnly.TryParseExact(
            form.Value(Until), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null,
            Email = form.Value(Email),
        };

    public static AnswerDraft DraftOf(FormState form, DateTimeOffset now) =>
        new() { Text = form.Value(Answer), Stance = StanceOf(form.Value(Stance)), Rules = [.. RulesOf(form)], SavedAt = now };

    /// <summary>Whether part of an answer was typed, which another reaction must not lose.</summary>
    public static bool HoldsAnswer(FormState form) =>
        form.Value(Answer).Length > 0 || form.Value(Stance).Length > 0 || RulesOf(form).Any();

    /// <summary>Returns all typed text, for whichever reaction; empty when there is none.</summary>
    public static string WrittenIn(FormState form) =>
        string.Join("\n\n", new[] { Answer, AskBack, Reason, Whose, Note }.Select(form.Value).Where(text => text.Length > 0));

    public static FormState Of(AnswerDraft draft)
    {
        var form = new FormState().With(Answer, draft.Text).With(Stance, draft.Stance?.Slug());
        return draft.Rules.Aggregate(form, (f, rule) => f.With(Rule(rule.Rule), rule.Stance.Slug()));
    }

    /// <summary>Assigns the errors of the API to the fields of the posted form.</summary>
    public static void Refuse(FormState form, ReactionKind kind, IReadOnlyDictionary<string, string> errors)
    {
        foreach (var (field, error) in errors)
        {
            form.Refuse(field == "tekst" ? TextField(kind) : field, error);
        }
    }

    private static string TextField(ReactionKind kind) => kind switch
    {
        ReactionKind.AskBack => AskBack,
        ReactionKind.MoreTime => Reason,
        ReactionKind.NotOurs => Whose,
        ReactionKind.PassOn => Note,
        _ => Answer,
    };

    private static AnswerStance? StanceOf(string slug) =>
        EnumNames.TryParseSlug<AnswerStance>(slug, out var stance) ? stance : null;

    private static IEnumerable<RuleStance> RulesOf(FormState form) =>
        Enumerable.Range(1, MostRules).Select(n => (Rule: n, Stance: StanceOf(form.Value(Rule(n)))))
        .Where(r => r.Stance is not null)
            .Select(r => new RuleStance(r.Rule, r.Stance!.Value));
}
