using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

/// <summary>The table of all functions: which methods an address has, and that no two functions share one.</summary>
public sealed class RouteTableTests
{
    [Theory]
    [InlineData("/", "GET HEAD")]
    [InlineData("/werkbank", "GET HEAD")]
    [InlineData("/werkbank/toewijzingen", "POST")]
    [InlineData("/v1/zaken/RR-2026-7KQ4M/contextanalyse", "PUT")]
    [InlineData("/bestaat-niet", "")]
    [InlineData("/werkbank/zaken/RR-2026-7KQ4M/context/dieper", "")]
    public void MethodsAt_Address_AreThoseOfItsFunctions(string address, string methods) =>
        Assert.Equal(methods, string.Join(' ', RouteTable.MethodsAt(address).Order()));

    [Fact]
    public void Of_Function_IsFoundWhateverItsCase()
    {
        Assert.All(RouteTable.Routes, route => Assert.Same(route, RouteTable.Of(route.Function.ToUpperInvariant())));
        Assert.Null(RouteTable.Of("Nobody"));
    }

    [Fact]
    public void Routes_OfAllFunctions_HaveOneFunctionForAMethodAtATemplate() => Assert.Empty(
        RouteTable.Routes.SelectMany(route => route.Methods.Select(method => $"{method} {route.Template}"))
            .GroupBy(address => address, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void Routes_OfAllFunctions_BeginWithoutASlashAndAreInSmallLetters() => Assert.All(
        RouteTable.Routes.Where(route => route.Template is not (UnknownAddressFunction.Route or StartFunction.Route)),
        route => Assert.All(route.Template.Split('/'), part => Assert.Matches(@"^(\{[a-z]+\??\}|[a-z0-9.-]+)$", part)));

    [Fact]
    public void Routes_ThatAnswerAGet_AnswerAHeadToo() => Assert.All(
        RouteTable.Routes.Where(route => route.Methods.Contains("GET")), route => Assert.Contains("HEAD", route.Methods));
}
