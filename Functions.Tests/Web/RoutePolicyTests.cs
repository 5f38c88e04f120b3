using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

/// <summary>
/// The policies of the functions against a list by address, written apart from them: a function in the wrong class would open its address.
/// </summary>
public sealed class RoutePolicyTests
{
    private const int Standard = 64 * 1024;
    private const int Pushed = 4 * 1024 * 1024;
    private const int WholeMail = 40 * 1024 * 1024;
    private const int Files = (40 * 1024 * 1024) + (64 * 1024);
    private const int OneFile = (10 * 1024 * 1024) + 1;

    /// <summary>
    /// Who may call an address and all below it, the largest body, and whether the API takes a form there. The longest that fits counts.
    /// </summary>
    private static readonly (string Address, Audience Audience, int MaximumBodySize, bool TakesForms)[] Expected =
    [
        (StartFunction.Route, Audience.Public, Standard, false),
        (UnknownAddressFunction.Route, Audience.Public, Standard, false),
        ("assets", Audience.Public, Standard, false),
        (".well-known", Audience.Public, Standard, false),
        ("contact", Audience.Public, Standard, false),
        ("privacy", Audience.Public, Standard, false),
        ("toegankelijkheid", Audience.Public, Standard, false),
        ("melden", Audience.Public, Standard, false),
        ("volgen", Audience.Public, Standard, false),
        ("melden/bestanden", Audience.Public, Files, false),
        ("melden/bestanden/weghalen", Audience.Public, Standard, false),
        ("volgen/bestanden", Audience.Public, Files, false),
        ("volgen/bestanden/weghalen", Audience.Public, Standard, false),
        ("volgen/bestanden/{bijlage}", Audience.Public, Standard, false),
        ("reactie/vraag", Audience.Public, Files, false),
        ("v1/meldingen/{zaaknummer}/bijlagen", Audience.Public, OneFile, false),
        ("v1/meldingen/{zaaknummer}/bijlagen/{bijlage}", Audience.Public, Standard, false),
        ("v1/reacties/bijlagen", Audience.Public, OneFile, false),
        ("v1/reacties/bijlagen/{bijlage}", Audience.Public, Standard, false),
        ("bibliotheek", Audience.Public, Standard, false),
        ("koplopers", Audience.Public, Standard, false),
        ("experiment", Audience.Public, Standard, false),
        ("zaken", Audience.Public, Standard, false),
        ("cijfers", Audience.Public, Standard, false),
        ("reactie", Audience.Public, Standard, false),
        ("gezondheid", Audience.Public, Standard, false),
        ("v1/openapi.json", Audience.Public, Standard, false),
        ("v1/docs", Audience.Public, Standard, false),
        ("v1/meldingen", Audience.Public, Standard, false),
        ("v1/nieuwe-volgcodes", Audience.Public, Standard, false),
        ("v1/aansluitingen", Audience.Public, Standard, false),
        ("v1/vergelijkbare-casussen", Audience.Public, Standard, false),
        ("v1/persoonsgegevens-scans", Audience.Public, Standard, false),
        ("v1/reacties", Audience.Public, Standard, false),
        ("v1/casussen", Audience.Public, Standard, false),
        ("v1/factsheets", Audience.Public, Standard, false),
        ("v1/koplopers", Audience.Public, Standard, false),
        ("v1/experimenten", Audience.Public, Standard, false),
        ("v1/catalogus", Audience.Public, Standard, false),
        ("v1/logboek", Audience.Public, Standard, false),
        ("v1/wetten", Audience.Public, Standard, false),
        ("v1/volgverzoeken", Audience.Public, Standard, false),
        ("v1/volgbevestigingen", Audience.Public, Standard, false),
        ("v1/volgafmeldingen", Audience.Public, Standard, false),
        ("v1/webhooks", Audience.Public, Pushed, false),
        ("v1/webhooks/inkomend", Audience.Public, WholeMail, true),

        ("werkbank", Audience.Analyst, Standard, false),
        ("werkbank/ministeries", Audience.Coordinator, Standard, false),
        ("werkbank/redactie", Audience.Coordinator, Standard, false),
        ("werkbank/redactie/{id}/voorstel", Audience.Analyst, Standard, false),
        ("werkbank/redactie/{id}/goedkeuren", Audience.Analyst, Standard, false),
        ("werkbank/redactie/{id}/terugsturen", Audience.Analyst, Standard, false),
        ("werkbank/post", Audience.Coordinator, Standard, false),
        ("werkbank/privacy", Audience.Coordinator, Standard, false),
        ("werkbank/regels/{id}/wijzigen", Audience.Coordinator, Standard, false),
        ("werkbank/regels/{id}/controles", Audience.Coordinator, Standard, false),
        ("werkbank/regel-toevoegen", Audience.Coordinator, Standard, false),
        ("werkbank/uitvoerders/wijzigingen", Audience.Coordinator, Standard, false),
        ("v1/zaken", Audience.Analyst, Standard, false),
        ("v1/zaken-zoekopdrachten", Audience.Analyst, Standard, false),
        ("v1/suggesties", Audience.Analyst, Standard, false),
        ("v1/regels", Audience.Analyst, Standard, false),
        ("v1/regels/{id}/versies", Audience.Coordinator, Standard, false),
        ("v1/regels/{id}/controles", Audience.Coordinator, Standard, false),
        ("v1/uitvoerders", Audience.Analyst, Standard, false),
        ("v1/uitvoerders/{id}/versies", Audience.Coordinator, Standard, false),
        ("v1/ministeries", Audience.Analyst, Standard, false),
        ("v1/ministeries/{ministerie}/versies", Audience.Coordinator, Standard, false),
        ("v1/redactie", Audience.Coordinator, Standard, false),
        ("v1/redactie/voorstellen", Audience.Analyst, Standard, false),
        ("v1/redactie/items/{id}/goedkeuringen", Audience.Analyst, Standard, false),
        ("v1/redactie/items/{id}/terugsturingen", Audience.Analyst, Standard, false),
        ("v1/bewaarronden", Audience.Coordinator, Standard, false),
        ("v1/persoonsverzoeken", Audience.Coordinator, Standard, false),
    ];

    [Fact]
    public void Routes_AllOfThem_HaveAPolicy() =>
        Assert.Empty(RouteTable.Routes.Where(route => route.Policy is null).Select(route => $"{route.Function}: {route.Template}"));

    [Fact]
    public void Policies_OfAllRoutes_AreThoseOfTheirAddress() => Assert.All(RouteTable.Routes, route =>
    {
        var expected = Expected.Where(rule => IsAtOrBelow(rule.Address, route.Template)).MaxBy(rule => rule.Address.Length);

        Assert.Equal(
            (expected.Audience, expected.MaximumBodySize, expected.TakesForms),
            (route.Policy!.Audience, route.Policy.MaximumBodySize, route.Policy.TakesForms));
    });

    [Fact]
    public void OneClick_WithoutATokenOfAForm_IsForStoppingMailAlone() => Assert.Equal(
        ["bibliotheek/volgen/stoppen/{code}"],
        RouteTable.Routes.Where(route => route.Policy!.IsOneClick).Select(route => route.Template));

    [Fact]
    public void Addresses_OfTheList_HaveAFunction() => Assert.DoesNotContain(
        Expected, rule => !RouteTable.Routes.Any(route => IsAtOrBelow(rule.Address, route.Template)));

    private static bool IsAtOrBelow(string address, string template) =>
        template == address || template.StartsWith(address + "/", StringComparison.Ordinal);
}
