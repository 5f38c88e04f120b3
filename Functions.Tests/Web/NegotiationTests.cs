using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

public sealed class NegotiationTests
{
    [Theory]
    [InlineData("")]
    [InlineData("*/*")]
    [InlineData("application/json")]
    [InlineData("application/*;q=0.1")]
    [InlineData("text/html, application/json;q=0.5")]
    [InlineData("text/html, */*;q=0.1")]
    [InlineData("application/problem+json")]
    [InlineData("onleesbaar")]
    public void RefusalOf_AcceptWithTheGivenType_IsNone(string accept) => Assert.Null(RefusalOf(accept: accept));

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml, text/*")]
    [InlineData("*/*;q=0")]
    [InlineData("application/json;q=0, application/problem+json;q=0")]
    public void RefusalOf_AcceptThatExcludesTheGivenType_Is406(string accept) => Assert.Equal(406, RefusalOf(accept: accept));

    [Fact]
    public void RefusalOf_EndpointThatGivesAnotherType_GoesByThatType()
    {
        Assert.Null(RefusalOf(accept: "text/csv", gives: ["text/csv", "application/json"]));
        Assert.Null(RefusalOf(accept: "application/json", gives: ["text/csv", "application/json"]));
        Assert.Equal(406, RefusalOf(accept: "application/xml", gives: ["text/csv"]));
    }

    [Theory]
    [InlineData("application/json", null)]
    [InlineData("application/json; charset=utf-8", null)]
    [InlineData("application/merge-patch+json", null)]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    public void RefusalOf_BodyForAnEndpointThatTakesJson_GoesByItsType(string type, int? status) =>
        Assert.Equal(status, RefusalOf(contentType: type));

    [Theory]
    [InlineData("application/x-www-form-urlencoded", null)]
    [InlineData("multipart/form-data; boundary=x", null)]
    [InlineData("application/json", 415)]
    public void RefusalOf_BodyForAnEndpointThatTakesForms_GoesByItsType(string type, int? status) =>
        Assert.Equal(status, RefusalOf(contentType: type, takesForms: true));

    [Fact]
    public void RefusalOf_BodyWithoutAType_Is415()
    {
        Assert.Equal(415, RefusalOf(length: 2));
        Assert.Null(RefusalOf(length: 0));
    }

    [Fact]
    public void RefusalOf_PageOfTheSite_IsNone() =>
        Assert.Null(RefusalOf(path: "/melden", accept: "application/xml", contentType: "text/plain"));

    private static int? RefusalOf(string accept = "", string? contentType = null, bool takesForms = false, long? length = null,
        string path = "/v1/zaken", string[]? gives = null)
    {
        var request = new DefaultHttpContext().Request;
        request.Path = path;
        request.ContentType = contentType;
        request.ContentLength = length;
        if (accept.Length > 0)
        {
            request.Headers.Accept = accept;
        }

        var policy = new RoutePolicyAttribute(Audience.Public) { TakesForms = takesForms };
        var route = new FunctionRoute("Any", "v1/zaken", ["POST"], gives ?? [Negotiation.Json], policy);
        return Negotiation.RefusalOf(request, route) is { } refusal ? Assert.IsType<ProblemHttpResult>(refusal).StatusCode : null;
    }
}
