using System.Net;
using System.Text.RegularExpressions;
using RegelLoket.Intake.Drafts;
using RegelLoket.Tests.Infra;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

/// <summary>Case 6 and 12 and their kind: what somebody typed is never cut and never dropped, on any page with a form.</summary>
[Collection(AppCollection.Name)]
public sealed partial class KeptWordsTests(AppFixture app)
{
    private const string Typed = "Wij willen het anders doen, met <b>meer</b> ruimte.";
    private const string TypedAsHtml = "Wij willen het anders doen, met &lt;b&gt;meer&lt;/b&gt; ruimte.";

    /// <summary>The address of every form in the app; the one click of a mail program sends none.</summary>
    public static TheoryData<string> Forms =>
    [
        .. RouteTable.Routes.Where(route => route.Methods.Contains("POST") && !route.Template.StartsWith("v1/", StringComparison.Ordinal)
                && route.Policy is not { IsOneClick: true })
            .Select(route => "/" + Placeholder().Replace(route.Template, match => match.Groups[1].Value switch
            {
                "zaaknummer" => "RR-2026-7KQ4M",
                "stap" => route.Template.StartsWith("melden", StringComparison.Ordinal) ? "doel" : "stappen",
                "ministerie" => "vws",
                _ => "1",
            })).Distinct(),
    ];

    /// <summary>The forms of reporters and of all who follow a case, and those of a ministry that was let in.</summary>
    public static TheoryData<string> FormsOfASession =>
    [
        "/volgen/melding", "/volgen/intrekken", "/volgen/bezwaar", "/volgen/publicatie", "/volgen/effect", "/volgen/email",
        "/volgen/email/bevestigen", "/volgen/gegevens/wissing", "/reactie/vraag",
    ];

    /// <summary>The forms that can bring files.</summary>
    public static TheoryData<string> FormsWithFiles =>
    [
        .. RouteTable.Routes.Where(route => route.Methods.Contains("POST") && route.Policy is { TakesFiles: true }
                && !route.Template.StartsWith("v1/", StringComparison.Ordinal)).Select(route => "/" + route.Template),
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Case12_AnyForm_WithATokenThatEnded_GivesTheWordsBackWithAFreshOne(string address)
    {
        using var visitor = new FormVisitor(app, "coordinator");

        using var answer = await visitor.PostAsync(address, ("omschrijving", Typed), ("actie", "verder"));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(TypedAsHtml, page, StringComparison.Ordinal);
        Assert.Contains($"action=\"{address}\"", page, StringComparison.Ordinal);
        Assert.Matches("name=\"_beveiliging\" value=\"[^\"]{20,}\"", page);
        Assert.Contains("name=\"actie\" value=\"verder\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Case12_AnyFormOfAColleague_WhoIsNoLongerSignedIn_GivesTheWordsBack(string address)
    {
        using var visitor = new FormVisitor(app);
        await visitor.GetAsync("/volgen");

        using var answer = await visitor.PostAsync(address, ("notitie", Typed));

        if (address.StartsWith("/werkbank", StringComparison.Ordinal))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Contains("/lokaal/aanmelden", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Contains(TypedAsHtml, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(FormsOfASession))]
    public async Task Case12_AnyFormOfASession_ThatEnded_GivesTheWordsBack(string address)
    {
        using var visitor = new FormVisitor(app);
        await visitor.GetAsync("/volgen");

        using var answer = await visitor.PostAsync(address, ("tekst", Typed), ("toelichting", "Nog iets meer."), ("actie", "antwoord"));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.True((int)answer.StatusCode is 401 or 404, $"{answer.StatusCode}");
        Assert.Contains(TypedAsHtml, page, StringComparison.Ordinal);
        Assert.Contains("Nog iets meer.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Wij willen", string.Join('\n', app.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case12_ExpiredForm_SentAgain_DoesWhatWasAsked()
    {
        using var visitor = new FormVisitor(app);
        await visitor.GetAsync("/melden");
        using var begun = await visitor.PostAsync("/melden");
        var form = await visitor.GetAsync(FormStep.Goal.Address);
        visitor.Forget("regelloket-formulier");

        using var expired = await visitor.SubmitAsync(form, typed: [("omschrijving", Typed), ("titel", "Meer ruimte")]);
        using var again = await visitor.SubmitAsync(await expired.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.Forbidden, expired.StatusCode);
        Assert.Equal(FormStep.Obstacle.Address, again.Headers.Location?.ToString());
        Assert.Contains(TypedAsHtml, await visitor.GetAsync(FormStep.Goal.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case12_Step_WhoseDraftIsGone_GoesOnInANewDraft()
    {
        using var visitor = new FormVisitor(app);
        await visitor.GetAsync("/melden");

        using var answer = await visitor.PostAsync(FormStep.Obstacle.Address, ("belemmering", Typed));

        Assert.Equal("/melden/vergelijkbaar", answer.Headers.Location?.ToString());
        Assert.Contains(TypedAsHtml, await visitor.GetAsync(FormStep.Obstacle.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case6_TextOverTheLimit_ComesBackWholeAndSaysHowMuchIsTooMuch()
    {
        using var visitor = new FormVisitor(app);
        await visitor.GetAsync("/melden");
        using var begun = await visitor.PostAsync("/melden");
        var text = string.Concat(Enumerable.Repeat("Een zin die echt telt. ", 9000)) + "SLOT";

        using var small = await visitor.PostAsync(FormStep.Goal.Address, ("omschrijving", new string('a', 4205)), ("titel", "Titel"));
        using var large = await visitor.PostAsync(FormStep.Goal.Address, ("omschrijving", text), ("titel", "Titel"));
        var page = await large.Content.ReadAsStringAsync();

        Assert.Contains("205 tekens te veel", await small.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("hoogstens 4000 tekens, nu 4205", await small.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Contains(text, page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(FormsWithFiles))]
    public async Task Case12_FormWithFilesThatAreTooLargeTogether_GivesTheWordsBackAndAsksForTheFilesAgain(string address)
    {
        using var visitor = new FormVisitor(app);
        await visitor.GetAsync("/volgen");

        using var answer = await visitor.UploadAsync(address, [("tekst", Typed)],
            [.. Enumerable.Range(1, 5).Select(i => ($"brief <{i}>.pdf", 9))], ("reden", "Eerst een advies."), ("actie", "antwoord"));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("hoogstens 40 MB tegelijk", page, StringComparison.Ordinal);
        Assert.Contains("brief &lt;5&gt;.pdf", page, StringComparison.Ordinal);
        Assert.Matches("enctype=\"multipart/form-data\"[\\s\\S]* name=\"brief\" type=\"file\" multiple", page);
        AssertGivenBack(page, address);
    }

    [Theory]
    [MemberData(nameof(FormsWithFiles))]
    public async Task Case12_FormWithFilesWhoseTextIsTooLong_GivesItBackWholeAndSaysSo(string address)
    {
        using var visitor = new FormVisitor(app);
        await visitor.GetAsync("/volgen");
        var text = string.Concat(Enumerable.Repeat("Een zin die echt telt. ", 30_000)) + "SLOT";

        using var answer = await visitor.UploadAsync(address, [("vraag", text), ("tekst", Typed)], [("brief.pdf", 1)],
            ("reden", "Eerst een advies."), ("actie", "antwoord"));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("Je tekst is te lang", page, StringComparison.Ordinal);
        Assert.Contains(text, page, StringComparison.Ordinal);
        AssertGivenBack(page, address);
    }

    [Fact]
    public async Task Case12_FormWithFilesThatComesTooOften_GivesTheWordsBack()
    {
        await using var strict = await AppFixture.StartAsync(
            ("RateLimits:ChangesPerAddress", "1"), ("RateLimits:ChangesPerAddressPerSecond", "1"));
        using var visitor = new FormVisitor(strict);
        await visitor.GetAsync("/volgen");
        foreach (var address in FormsWithFiles.Select(row => row.Data))
        {
            using var answer = await RefusedAsync(address);
            var page = await answer.Content.ReadAsStringAsync();

            Assert.Contains("Wacht een halve minuut", page, StringComparison.Ordinal);
            Assert.Contains("brief.pdf", page, StringComparison.Ordinal);
            AssertGivenBack(page, address);
        }

        async Task<HttpResponseMessage> RefusedAsync(string address)
        {
            while (true)
            {
                var answer = await visitor.UploadAsync(
                    address, [("tekst", Typed)], [("brief.pdf", 1)], ("reden", "Eerst een advies."), ("actie", "antwoord"));
                if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                {
                    return answer;
                }

                answer.Dispose();
            }
        }
    }

    private static void AssertGivenBack(string page, string address)
    {
        Assert.Contains(TypedAsHtml, page, StringComparison.Ordinal);
        Assert.Contains("Eerst een advies.", page, StringComparison.Ordinal);
        Assert.Contains($"action=\"{address}\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"actie\" value=\"antwoord\"", page, StringComparison.Ordinal);
        Assert.Matches("name=\"_beveiliging\" value=\"[^\"]{20,}\"", page);
    }

    [Theory]
    [InlineData("/melden/bewaren")]
    [InlineData("/melden/bevestigen")]
    public async Task Case12_EMailAddress_WhoseDraftIsGone_IsShownAgain(string address)
    {
        using var visitor = new FormVisitor(app);
        await visitor.GetAsync("/volgen");

        using var answer = await visitor.PostAsync(address, ("email", "melder@voorbeeld.example"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("melder@voorbeeld.example", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Case6_Sources_HoldNoLimitThatCutsWhatIsPasted() => Assert.Empty(
        from folder in new[] { "Functions", "LocalHost" }
        from path in Directory.EnumerateFiles(Repository.File(folder), "*", SearchOption.AllDirectories)
        where Path.GetExtension(path) is ".razor" or ".cs" or ".js" && !path.Contains("OpenApi", StringComparison.Ordinal)
            && !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        where File.ReadAllText(path).Contains("maxlength=", StringComparison.OrdinalIgnoreCase)
        select path);

    [Theory]
    [InlineData("doel", "omschrijving", "")]
    [InlineData("doel", "titel", "")]
    [InlineData("belemmering", "belemmering", "")]
    [InlineData("regel", "vermoedelijkeRegel", "te lang")]
    [InlineData("gevolgen", "mensen", "te lang")]
    [InlineData("waar", "branche", "")]
    [InlineData("contact", "bereikbaar", "")]
    public void Case14_Draft_IsResumedAtTheFirstPageWhoseAnswersDoNotHold(string page, string field, string kind)
    {
        var draft = FormStep.All.Aggregate(new Draft { StartedAt = default, KeptUntil = default, ReportKey = "" }, (d, step) =>
            d.With(step, Whole(step).With(field, field == "" ? [] : step.Slug != page ? [.. Whole(step).Values(field)]
                : kind.Length == 0 ? [] : [new string('x', 401)])));

        Assert.Equal($"/melden/{page}", DraftPlace.Of(draft));
    }

    [Fact]
    public async Task Case14_PageKeptForLaterWithARequiredTextMissing_IsWhereTheCodeLeads()
    {
        using var visitor = new FormVisitor(app);
        await visitor.GetAsync("/melden");
        using var begun = await visitor.PostAsync("/melden");
        using var kept = await visitor.PostAsync(FormStep.Goal.Address, ("titel", "Meer ruimte"), ("actie", "bewaren"));
        var code = Code().Match(await visitor.GetAsync("/melden/bewaren")).Groups[1].Value;

        using var resumed = await visitor.PostAsync("/melden/verder", ("code", code));

        Assert.Equal(FormStep.Goal.Address, resumed.Headers.Location?.ToString());
    }

    private static FormState Whole(FormStep step) => step.Fields.Aggregate(new FormState(), (form, field) => form.With(field, field switch
    {
        "branche" => "ouderenzorg",
        "themas" => "leven-lang-ontwikkelen",
        "bereikbaar" => "anoniem",
        "regio" => "Utrecht",
        "melder.email" => "melder@voorbeeld.nl",
        "melder.telefoon" => "0612345678",
        _ => "Iets",
    }));

    [GeneratedRegex(@"\{(\w+)\??\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("rl-code\"[^>]*>([^<]+)<")]
    private static partial Regex Code();
}
