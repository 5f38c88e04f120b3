using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using RegelLoket.Cases;
using RegelLoket.Escalation;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Escalation;

/// <summary>The two sessions of a ministry's colleague: what they hold, and that nobody else can make or keep one.</summary>
public sealed class ReactionSessionsTests
{
    private static readonly EscalationOptions Options = new();

    private readonly EphemeralDataProtectionProvider protection = new();
    private readonly FakeTimeProvider time = new(CaseFiles.ReportedAt);

    private ReactionSessions Sessions => new(protection, Options, time);

    private OverviewSessions Overviews => new(protection, Options, time);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_ProtectedSession_IsTheSame(bool isVerified)
    {
        var session = new ReactionSession(ReplyCode.New(CaseFiles.Number, Ministry.Vws), isVerified);

        var read = Sessions.Read(Sessions.Protect(session));

        Assert.Equal((session.Code.ToString(), isVerified), (read!.Code.ToString(), read.IsVerified));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("verzonnen")]
    public void Read_TextThatIsNoSession_IsNothing(string? text) => Assert.Null(Sessions.Read(text));

    [Fact]
    public void Read_AlteredForeignOrExpiredSession_IsNothing()
    {
        var held = Sessions.Protect(new ReactionSession(ReplyCode.New(CaseFiles.Number, Ministry.Vws), IsVerified: true));

        Assert.Null(Sessions.Read($"{held[..^2]}AA"));
        Assert.Null(new ReactionSessions(new EphemeralDataProtectionProvider(), Options, time).Read(held));
        time.Advance(Options.Session - TimeSpan.FromMinutes(1));
        Assert.NotNull(Sessions.Read(held));
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(Sessions.Read(held));
    }

    [Fact]
    public void WriteAndRead_Cookies_BelongToTheirOwnPartOfTheSite()
    {
        var mailbox = new Mailbox(Ministry.Szw, new string('a', 32));
        var written = new DefaultHttpContext();

        Sessions.Write(written.Request, new ReactionSession(ReplyCode.New(CaseFiles.Number, Ministry.Szw), IsVerified: true));
        Overviews.Write(written.Request, mailbox);

        var cookies = written.Response.Headers.SetCookie.Select(cookie => cookie!).ToList();
        Assert.All(cookies, cookie => Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, cookie => Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(cookies, cookie => cookie.Contains($"path={EscalationRoutes.Overview};", StringComparison.OrdinalIgnoreCase));
        var next = new DefaultHttpContext();
        next.Request.Headers.Cookie = string.Join("; ", cookies.Select(cookie => cookie.Split(';')[0]));
        Assert.True(Sessions.Read(next.Request)!.IsVerified);
        Assert.Equal(mailbox, Overviews.Read(next.Request));
    }

    [Fact]
    public void Read_CookieOfTheOther_IsNothing()
    {
        var written = new DefaultHttpContext();
        Overviews.Write(written.Request, new Mailbox(Ministry.Szw, new string('a', 32)));
        var value = written.Response.Headers.SetCookie.ToString().Split(';')[0].Split('=', 2)[1];

        Assert.Null(Sessions.Read(Uri.UnescapeDataString(value)));
    }
}
