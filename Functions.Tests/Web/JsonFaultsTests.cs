using System.Text;
using RegelLoket.Escalation;
using RegelLoket.Intake;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

public sealed class JsonFaultsTests
{
    [Fact]
    public void Of_SeveralWrongFields_NamesEachByItsPath() =>
        Assert.Equal(
            ["branche: Deze waarde past niet bij dit veld.", "melder.telefoonnummer: Dit veld kennen we niet.",
                "onbekend: Dit veld kennen we niet.", "themas[1]: Deze waarde past niet bij dit veld."],
            Faults<ReportRequest>("""
                {"titel":"a","branche":7,"themas":["x",3],"onbekend":1,"melder":{"naam":"a","telefoonnummer":"1"}}
                """));

    [Fact]
    public void Of_MissingAndUnfitMembersOfAList_NamesThePlaceInTheList() =>
        Assert.Equal(
            ["ministeries[0].vraag: Dit veld ontbreekt.", "ministeries[1].ministerie: Deze waarde past niet bij dit veld.",
                "ministeries[1].reactieVoor: Deze waarde past niet bij dit veld."],
            Faults<EscalationRequest>("""
                {"ministeries":[{"ministerie":"vws"},{"ministerie":"fin","vraag":"a","reactieVoor":"morgen"}]}
                """));

    [Theory]
    [InlineData("", "Er zijn geen gegevens ontvangen.")]
    [InlineData("[]", "Stuur één JSON-object.")]
    [InlineData("{\n\"titel\":", "Dit is geen geldige JSON: kijk bij regel 2, teken 9.")]
    public void Of_NoObject_SaysWhatIsWrong(string body, string fault) => Assert.Equal([$": {fault}"], Faults<ReportRequest>(body));

    private static IEnumerable<string> Faults<T>(string body) =>
        JsonFaults.Of(Encoding.UTF8.GetBytes(body), typeof(T), Api.Json).Select(f => $"{f.Key}: {f.Value}").Order(StringComparer.Ordinal);
}
