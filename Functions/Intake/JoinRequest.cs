using System.Text.Json.Serialization;
using RegelLoket.Cases;
using RegelLoket.Intake.Protection;

namespace RegelLoket.Intake;

/// <summary>
/// "Speelt bij ons ook", as it comes in: what it costs at one more organisation. Nothing in it has been checked; all of it is optional.
/// </summary>
public sealed record JoinRequest
{
    [JsonPropertyName("mensen")]
    public int? People { get; init; }

    [JsonPropertyName("uren")]
    public string? Hours { get; init; }

    [JsonPropertyName("geld")]
    public string? Money { get; init; }

    [JsonPropertyName("gevolgen")]
    public string? Consequences { get; init; }

    [JsonPropertyName("branche")]
    public string? Branche { get; init; }

    [JsonPropertyName("regio")]
    public string? Region { get; init; }

    [JsonPropertyName("organisatie")]
    public string? Organisation { get; init; }
}

/// <summary>What it costs at one more organisation, checked.</summary>
/// <param name="People">How many people notice it.</param>
/// <param name="Branche">Where the organisation works.</param>
/// <param name="Region">One of <see cref="Regions.All"/>.</param>
/// <param name="Texts">The words under the names of <see cref="TextNames"/>; what was left empty is absent.</param>
public sealed record Impact(int? People, Branche? Branche, string? Region, IReadOnlyDictionary<string, string> Texts)
{
    private const int MostPeople = 100_000;
    private const int Estimate = 60;

    /// <summary>Checks all fields; <paramref name="errors"/> holds every wrong one by its name in the API.</summary>
    public static Impact Parse(JoinRequest request, out IReadOnlyDictionary<string, string> errors)
    {
        var found = new Dictionary<string, string>();
        if (request.People is < 0 or > MostPeople)
        {
            found["mensen"] = "Vul een aantal in met cijfers, zoals 25.";
        }

        var hours = TextSanitizer.CleanLine(
            TextSanitizer.Check(request.Hours, "uren", "het aantal uren", Estimate, required: false, found));
        var money = TextSanitizer.CleanLine(TextSanitizer.Check(request.Money, "geld", "het bedrag", Estimate, required: false, found));
        var consequences = TextSanitizer.Check(request.Consequences, "gevolgen", "de gevolgen", 3500, required: false, found);
        var organisation = TextSanitizer.CleanLine(
            TextSanitizer.Check(request.Organisation, "organisatie", "de organisatie", 200, required: false, found));
        CitizenServiceNumbers.Refuse(
            [new("uren", hours), new("geld", money), new("gevolgen", consequences), new("organisatie", organisation)], found);

        Branche? branche = null;
        if (!string.IsNullOrWhiteSpace(request.Branche))
        {
            branche = EnumNames.TryParseSlug<Branche>(request.Branche, out var known) ? known : null;
            if (branche is null)
            {
                found["branche"] = "Kies een branche uit de lijst.";
            }
        }

        var region = TextSanitizer.CleanLine(request.Region);
        if (region.Length > 0 && !Regions.All.Contains(region))
        {
            found["regio"] = "Kies een regio uit de lijst.";
        }

        errors = found;
        string[] lines = [hours.Length > 0 ? $"Uren per maand: {hours}" : "", money.Length > 0 ? $"Geld per jaar: {money}"
            : "", consequences];
        var texts = new Dictionary<string, string>
        {
            [TextNames.Consequences] = string.Join("\n", lines.Where(line => line.Length > 0)),
            [TextNames.Organisation] = organisation,
        };
        return new Impact(request.People, branche, region.Length > 0 ? region : null, texts.Where(text => text.Value.Length > 0)
            .ToDictionary());
    }
}
