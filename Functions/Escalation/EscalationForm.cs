using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Escalation;

/// <summary>The analyst's forms on the tab with the ministries, as commands.</summary>
public static class EscalationForm
{
    private const int MostRules = 50;

    public const string Step = "stap";
    public const string Preview = "voorbeeld";
    public const string Send = "versturen";

    public static string Chosen(Ministry ministry) => $"kies-{ministry.Slug()}";

    public static string QuestionTo(Ministry ministry) => $"vraag-{ministry.Slug()}";

    public static string ReplyBefore(Ministry ministry) => $"reactieVoor-{ministry.Slug()}";

    public static string Rules(Ministry ministry) => $"regels-{ministry.Slug()}";

    public static string Files(Ministry ministry) => $"bestanden-{ministry.Slug()}";

    public static string ReplyTo(Ministry ministry) => $"antwoord-{ministry.Slug()}";

    public static EscalationRequest Read(FormState form) => new()
    {
        Ministries = [.. Asked(form)
            .Select(m => new MinistryQuestion { Ministry = m, Question = form.Value(QuestionTo(m)),
            ReplyBefore = form.Day(ReplyBefore(m)), Rules = RulesOf(form, m),
            Files = form.Values(Files(m)) is { Count: > 0 } ticked ? ticked : null })],
    };

    /// <summary>Whether the form was sent by the button under a preview of exactly this escalation.</summary>
    public static bool IsSend(FormState form) => form.Value(Step) == Send && PreviewMark.Holds(form, Read(form));

    /// <summary>The fields of the form by the fields of the API, for the errors.</summary>
    public static Dictionary<string, string> FieldNames(FormState form) =>
        new(Asked(form).SelectMany((m, i) => new[]
        {
            KeyValuePair.Create($"ministeries[{i}].vraag", QuestionTo(m)),
            KeyValuePair.Create($"ministeries[{i}].reactieVoor", ReplyBefore(m)),
            KeyValuePair.Create($"ministeries[{i}].overRegels", Rules(m)),
            KeyValuePair.Create($"ministeries[{i}].bijlagen", Files(m)),
        }).Append(KeyValuePair.Create("ministeries", Chosen(EnumNames.All<Ministry>()[0]))));

    /// <summary>Returns the ticked rules; null when none was ticked, which means the ministry's own rules.</summary>
    private static List<int>? RulesOf(FormState form, Ministry ministry)
    {
        var ticked = Enumerable.Range(1, MostRules).Where(place => form.Has(Rules(ministry), $"{place}")).ToList();
        return ticked.Count > 0 ? ticked : null;
    }

    private static List<Ministry> Asked(FormState form) =>
        [.. EnumNames.All<Ministry>().Where(m => form.Has(Chosen(m), "ja"))];
}
