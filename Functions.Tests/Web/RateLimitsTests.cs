using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

/// <summary>Who counts as one caller, on a machine of its own and behind Azure's front end.</summary>
public sealed class RateLimitsTests
{
    /// <summary>Two requests of one caller, as they reach the app: the connection's address, and what is left of X-Forwarded-For.</summary>
    [Theory]
    [InlineData("203.0.113.7", "", "203.0.113.7", "")]
    [InlineData("203.0.113.7", "198.51.100.1", "203.0.113.7", "198.51.100.2")]
    [InlineData("10.0.0.4", "203.0.113.7:50001", "10.0.0.9", "203.0.113.7:50002")]
    [InlineData("169.254.1.1", "198.51.100.1, 203.0.113.7:50001", "169.254.1.1", "198.51.100.2, 203.0.113.7:50002")]
    [InlineData("2001:db8:1:2::1", "", "2001:db8:1:2:aaaa:bbbb:cccc:dddd", "")]
    [InlineData("::ffff:203.0.113.7", "", "203.0.113.7", "")]
    [InlineData("10.0.0.4", "[2001:db8:1:2::7]:50001", "10.0.0.9", "[2001:db8:1:2::8]:50002")]
    [InlineData("::ffff:10.0.0.4", "[2001:db8::7]:50001", "fd00::1", "[2001:db8::7]:50002")]
    public void TryMail_OfOneCallerBehindThePlatform_CountsTogether(
        string connection, string forwarded, string laterConnection, string laterForwarded)
    {
        using var limits = Limits(behindPlatform: true);

        Assert.True(limits.TryMail(Request(connection, forwarded)));
        Assert.False(limits.TryMail(Request(laterConnection, laterForwarded)));
    }

    [Fact]
    public void TryMail_OfTwoCallersBehindThePlatform_CountsApart()
    {
        using var limits = Limits(behindPlatform: true);

        Assert.True(limits.TryMail(Request("10.0.0.4", "203.0.113.7:50001")));
        Assert.True(limits.TryMail(Request("10.0.0.4", "203.0.113.8:50001")));
        Assert.True(limits.TryMail(Request("203.0.113.9", "203.0.113.7:50001")));
        Assert.True(limits.TryMail(Request("2001:db8:1:2::1", "")));
        Assert.True(limits.TryMail(Request("2001:db8:1:3::1", "")));
    }

    [Fact]
    public void TryMail_WithoutThePlatform_DoesNotBelieveTheHeader()
    {
        using var limits = Limits(behindPlatform: false);

        Assert.True(limits.TryMail(Request("127.0.0.1", "203.0.113.7:50001")));
        Assert.False(limits.TryMail(Request("127.0.0.1", "203.0.113.8:50001")));
    }

    [Fact]
    public void TryMail_OfTwoCallersBehindTheFrontDoor_CountsApart()
    {
        using var limits = Limits(behindPlatform: true, frontDoor: "0c1a");

        Assert.True(limits.TryMail(FromFrontDoor("0c1a", "203.0.113.7")));
        Assert.False(limits.TryMail(FromFrontDoor("0c1a", "203.0.113.7")));
        Assert.True(limits.TryMail(FromFrontDoor("0c1a", "203.0.113.8")));
        Assert.True(limits.TryMail(FromFrontDoor("0c1a", "2001:db8:1:2::1")));
        Assert.False(limits.TryMail(FromFrontDoor("0c1a", "2001:db8:1:2:ffff::9")));
    }

    [Theory]
    [InlineData("0c1a", "")]
    [InlineData("0c1a", "0c1b")]
    [InlineData("", "")]
    [InlineData("", "0c1a")]
    public void TryMail_WithoutTheIdOfTheFrontDoor_DoesNotBelieveItsHeader(string set, string sent)
    {
        using var limits = Limits(behindPlatform: true, frontDoor: set);

        Assert.True(limits.TryMail(FromFrontDoor(sent, "203.0.113.7")));
        Assert.False(limits.TryMail(FromFrontDoor(sent, "203.0.113.8")));
    }

    private static HttpRequest FromFrontDoor(string id, string caller)
    {
        var request = Request("198.51.100.1", "");
        request.Headers["X-Azure-FDID"] = id;
        request.Headers["X-Azure-ClientIP"] = caller;
        return request;
    }

    private static RateLimits Limits(bool behindPlatform, string frontDoor = "") => new(
        Options.Create(new RateLimitOptions { MailsPerAddress = 1, FrontDoorId = frontDoor }),
        new ConfigurationBuilder().AddInMemoryCollection([new("WEBSITE_HOSTNAME", behindPlatform ? "regelloket.example" : null)]).Build());

    private static HttpRequest Request(string connection, string forwarded)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(connection);
        context.Request.Headers["X-Forwarded-For"] = forwarded;
        return context.Request;
    }
}
