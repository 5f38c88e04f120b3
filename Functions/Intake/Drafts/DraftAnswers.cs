using RegelLoket.Cases;
using RegelLoket.Web.Components;

namespace RegelLoket.Intake.Drafts;

/// <summary>All answers of a draft in words, to check before and to keep after sending.</summary>
public static class DraftAnswers
{
    /// <summary>The words of an organisation that joined a published item.</summary>
    public static IReadOnlyList<DataItem> OfJoin(Draft draft) =>
    [
        new("Hoeveel mensen", draft.Answer("mensen")),
        new("Uren per maand", draft.Answer("uren")),
        new("Geld per jaar", draft.Answer("geld")),
        new("Wat jullie verder merken", draft.Answer("gevolgen")),
        new("Branche", EnumNames.TryParseSlug<Branche>(draft.Answer("branche"), out var branche) ? branche.Label() : null),
        new("Regio", draft.Answer("regio")),
        new("Organisatie", draft.Answer("organisatie")),
    ];

    public static IReadOnlyList<DataItem> Of(Draft draft, bool withLinks)
    {
        DataItem Item(string key, string? value, FormStep step) => new(key, value, withLinks ? $"{step.Address}?wijzigen=ja" : null);
        var items = new List<DataItem>
        {
            Item("Wat je wilt doen", draft.Answer("omschrijving"), FormStep.Goal),
            Item("In één zin", draft.Answer("titel"), FormStep.Goal),
            Item("Wat je tegenhoudt", draft.Answer("belemmering"), FormStep.Obstacle),
            Item("De regel", draft.Answer("vermoedelijkeRegel"), FormStep.Rule),
            Item("De gevolgen", DraftReport.RequestOf(draft).Consequences, FormStep.Consequences),
            Item("Wat je al probeerde", draft.Answer("geprobeerd"), FormStep.Tried),
            Item("Wat zou helpen", draft.Answer("wens"), FormStep.Wish),
            Item("Branche", EnumNames.TryParseSlug<Branche>(draft.Answer("branche"), out var branche) ? branche.Label()
                : null, FormStep.Place),
            Item("Thema's", string.Join(", ", draft.AnswersTo("themas")
                .Select(slug => EnumNames.TryParseSlug<Theme>(slug, out var theme) ? theme.Label() : slug)), FormStep.Place),
            Item("Regio", draft.Answer("regio"), FormStep.Place),
            Item("Organisatie", draft.Answer("organisatie"), FormStep.Place),
        };
        if (draft.Answer("bereikbaar") == FormStep.ReachableValue)
        {
            items.Add(Item("Naam", draft.Answer("melder.naam"), FormStep.Contact));
            items.Add(Item("E-mailadres", draft.Answer("melder.email"), FormStep.Contact));
            items.Add(Item("Telefoonnummer", draft.Answer("melder.telefoon"), FormStep.Contact));
        }
        else
        {
            items.Add(Item("Hoe je meldt", draft.Answer("bereikbaar") == FormStep.AnonymousValue ? "Anoniem" : null, FormStep.Contact));
        }
        return items;
    }
}
