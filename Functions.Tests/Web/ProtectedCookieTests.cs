using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

public sealed class ProtectedCookieTests
{
    private static readonly EphemeralDataProtectionProvider Keys = new();
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());

    private ProtectedCookie Cookie => Named("regelloket-proef");

    [Fact]
    public void Write_AndReadBack_GivesTheContentAndHidesIt()
    {
        var http = new DefaultHttpContext();
        Cookie.Write(http.Request, "RR-2026-7KQ4M geheim");
        var header = http.Response.Headers.SetCookie.ToString();

        Assert.Contains("httponly", header, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/proef", header, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", header, StringComparison.Ordinal);
        Assert.Equal("RR-2026-7KQ4M geheim", Cookie.Read(Holding(header.Split(';')[0])));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("onzin")]
    public void Unprotect_WhatWeDidNotMake_IsNothing(string? text) => Assert.Null(Cookie.Unprotect(text));

    [Fact]
    public void Unprotect_TheContentOfAnotherCookie_IsNothing() =>
        Assert.Null(Named("regelloket-anders").Unprotect(Cookie.Protect("geheim")));

    [Fact]
    public void Unprotect_AfterItsTermByTheClockOfTheDesk_IsNothing()
    {
        var text = Cookie.Protect("geheim");
        Assert.Equal("geheim", Cookie.Unprotect(text));
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Null(Cookie.Unprotect(text));
    }

    private ProtectedCookie Named(string name) => new(Keys, clock, name, "/proef", TimeSpan.FromHours(1));

    private static HttpRequest Holding(string cookie)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = cookie;
        return http.Request;
    }
}
