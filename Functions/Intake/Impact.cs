using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Intake;

/// <summary>The impact at one more organisation, checked.</summary>
/// <param name="People">The number of people whom it affects.</param>
/// <param name="Branche">The organisation's branche.</param>
/// <param name="Region">One of <see cref="Regions.All"/>.</param>
/// <param name="Texts">The texts by their <see cref="TextNames"/>; empty ones are left out.</param>
public sealed record Impact(int? People, Branche? Branche, string? Region, IReadOnlyDictionary<string, string> Texts)
{
    private const int MostPeople = 100_000;
    internal const string NowhereToKeep =
        "Bij dit antwoord hoort geen zaak: we tellen alleen hoeveel mensen het merken. Wil je meer "
        + "vertellen? Doe dan een eigen melding.";

    /// <summary>Whether it holds only a number, which is all that is stored where no case is behind the item.</summary>
    public bool IsOnlyCounted => NotKept.Count == 0;

    /// <summary>The fields that would be dropped there, which are refused rather than lost.</summary>
    public IReadOnlyDictionary<string, string> NotKept => new[]
    {
        (Field: "gevolgen", IsGiven: Texts.ContainsKey(TextNames.Consequences)),
        (Field: "organisatie", IsGiven: Texts.ContainsKey(TextNames.Organisation)),
        (Field: "branche", IsGiven: Branche is not null), (Field: "regio", IsGiven: Region is not null),
    }.Where(part => part.IsGiven).ToDictionary(part => part.Field, _ => NowhereToKeep);

    /// <summary>Checks all fields and adds each error to <paramref name="errors"/> by its name in the API.</summary>
    public static Impact Parse(JoinRequest request, FieldErrors errors)
    {
        errors.AddWhen(request.People is < 0 or > MostPeople, "mensen", "Vul een aantal in met cijfers, zoals 25.");
        string Checked(string name, string? text, string label) => errors.Line(name, text, label, ReportFields.Of(name).Limit);
        var hours = Checked("uren", request.Hours, "het aantal uren");
        var money = Checked("geld", request.Money, "het bedrag");
        var consequences = errors.Text(ReportFields.Consequences, request.Consequences, "de gevolgen",
            ReportFields.Of(ReportFields.Consequences).FormLimit);
        var organisation = Checked("organisatie", request.Organisation, "de organisatie");
        CitizenServiceNumbers.Refuse(
            [new("uren", hours), new("geld", money), new("gevolgen", consequences), new("organisatie", organisation)], errors);
        var branche = errors.Slug<Branche>("branche", request.Branche, "Kies een branche uit de lijst.");
        var region = Regions.Check("regio", request.Region, errors);
        string[] lines = [hours.Length > 0 ? $"Uren per maand: {hours}" : "", money.Length > 0 ? $"Geld per jaar: {money}"
            : "", consequences];
        var texts = new Dictionary<string, string>
        {
            [TextNames.Consequences] = string.Join("\n", lines.Where(line => line.Length > 0)),
            [TextNames.Organisation] = organisation,
        };
        return new Impact(request.People, branche, region, texts.Where(text => text.Value.Length > 0).ToDictionary());
    }
}
