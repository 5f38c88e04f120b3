using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation;
using RegelLoket.Escalation.Pages;
using RegelLoket.Privacy;
using RegelLoket.Tests.Cases;
using RegelLoket.Web;
using RegelLoket.Web.CaseHistory;
using RegelLoket.Web.SignIn;
using RegelLoket.Workbench;
using RegelLoket.Workbench.Pages;

namespace RegelLoket.Tests.Web.CaseHistory;

/// <summary>Every view of a case shows every part of it: whatever kind of event a text belongs to, and under whatever name.</summary>
[Collection(AppCollection.Name)]
public sealed class CaseViewsTests(AppFixture app)
{
    private static readonly CurrentUser Viewer = new("id", "Ans", [CurrentUser.AnalystRole]);

    private static readonly IReadOnlyList<string> Names =
    [
        .. typeof(TextNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!),
        .. EnumNames.All<Ministry>().Select(TextNames.QuestionTo), "name.of.a.later.version",
    ];

    /// <summary>A case with an event of every kind, and each of them with a text under every name.</summary>
    private static readonly CaseFile Whole = Everything();

    public static TheoryData<string> Views => ["page", "dossier", "api", "archive", "search"];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task View_OfACaseWithEveryKindOfEvent_Case17_LacksNoText(string view)
    {
        var shown = await ShowAsync(view, Whole);

        // The name that somebody gave a file is shown, and never searched.
        Assert.DoesNotContain(Whole.Private.Texts.SelectMany(e => e.Value), text =>
            (view != "search" || text.Key != TextNames.FileName) && !shown.Contains(text.Value.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("page")]
    [InlineData("dossier")]
    [InlineData("api")]
    [InlineData("archive")]
    public async Task View_OfAnOutcome_NamesTheRuleAndItsDays(string view)
    {
        var shown = await ShowAsync(view, CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Outcome() with
        {
            Rule = new RuleReference("BWBR0006251", "Wet op de beroepen", "35", CaseFiles.Due),
            PublishedIn = "Stcrt. 2026, 1",
            HoldsUntil = CaseFiles.Due.AddYears(2),
        }));

        Assert.All(["Wet op de beroepen, artikel 35 (BWBR0006251)", "Stcrt. 2026, 1", DutchDates.Short(CaseFiles.Due.AddYears(2))],
            fact => Assert.Contains(fact, shown, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("page")]
    [InlineData("dossier")]
    [InlineData("api")]
    [InlineData("archive")]
    [InlineData("ministry")]
    public async Task View_OfARuleThatNobodyChecked_NeverShowsADay(string view)
    {
        var rule = new RuleReference("BWBR0006251", "Wet op de beroepen", "35", CheckedOn: null);
        var file = CaseFiles.Of(CaseFiles.Reported(), new ContextAnalysed
        {
            Source = RuleSource.Amvb,
            Rules = [rule],
            Ministries = [Ministry.Vws],
            DueOn = CaseFiles.Due,
        }, CaseFiles.Escalated(Ministry.Vws));

        var shown = await ShowAsync(view, view == "ministry" ? file : CaseFiles.Of(
            [.. file.Events.Select(e => e.What), CaseFiles.Outcome() with { Rule = rule }]));

        Assert.Contains("nog niet nagekeken", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("nagekeken op", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("gecontroleerdOp", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task View_OfATextThatWasErased_SaysSo()
    {
        foreach (var view in new[] { "page", "dossier", "api", "archive" })
        {
            Assert.Contains("[gewist]", await ShowAsync(view, Whole with { Private = new PrivateCase() }), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void OwnData_OfTheReporter_HasBothSidesOfTheDialogueAndNoWordAmongColleagues()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), new ReporterAsked(), new ReporterReplied(), new NoteAdded(), CaseFiles.Outcome(),
                new OutcomeDisputed { DueOn = CaseFiles.Due }, new DisputeSettled())
            .By(1, Actor.Reporter).By(3, Actor.Reporter).By(6, Actor.Reporter)
            .WithText(1, TextNames.Title, "titel").WithText(2, TextNames.Question, "vraag").WithText(3, TextNames.Reply, "reactie")
            .WithText(4, TextNames.Note, "onder ons").WithText(5, TextNames.ReporterText, "uitkomst")
            .WithText(5, TextNames.Reason, "intern")
            .WithText(5, TextNames.WhatYouMay, "dit mag").WithText(6, TextNames.Reason, "bezwaar").WithText(7, TextNames.Reply, "antwoord");

        var export = PersonExportResponse.Of(file, CasePerson.Reporter);

        Assert.Equal(["titel", "reactie", "bezwaar"], export.Texts.Select(text => text.Text));
        Assert.Equal(["vraag", "uitkomst", "dit mag", "antwoord"], export.Received.Select(text => text.Text));
    }

    private async Task<string> ShowAsync(string view, CaseFile file) => view switch
    {
        "page" => await RenderAsync<TimelineList>(new { Case = file, Address = "/" }),
        "dossier" => await RenderAsync<DossierPage>(new { Case = file }),
        "api" => JsonSerializer.Serialize(CaseResponse.Of(file), Api.Json),
        "ministry" => await RenderAsync<QuestionBackground>(
            new { View = QuestionResponse.Of(file, file.State.Requests[0]) }),
        "archive" => WebUtility.HtmlDecode(Encoding.UTF8.GetString(ArchivedDossier.Write(file, CaseFiles.ReportedAt))),
        _ => string.Join('\n', CaseEntry.Of(file).Texts.Select(text => text.Text)),
    };

    private async Task<string> RenderAsync<TPage>(object parameters) where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        await using var scope = app.Services.CreateAsyncScope();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext
        {
            RequestServices = scope.ServiceProvider,
            Request = { Scheme = "http", Host = new HostString("localhost"), Path = "/werkbank" },
            Response = { Body = body },
        };
        http.Features.Set(Viewer);
        await Page.Render<TPage>(parameters).ExecuteAsync(http);
        Assert.True(http.Response.StatusCode == 200, string.Join('\n', app.Log.TakeLast(5)));
        return WebUtility.HtmlDecode(Encoding.UTF8.GetString(body.ToArray()));
    }

    private static CaseFile Everything()
    {
        var events = EveryChange.All.Select((change, i) => CaseFiles.EventOf(change, i + 1)).ToList();
        var file = new CaseFile
        {
            State = new CaseState { Number = CaseFiles.Number },
            Events = events,
            Private = new PrivateCase(),
        };
        foreach (var e in events)
        {
            file = Names.Aggregate(file, (so, name) => so.WithText(e.Number, name, $"Woord {e.Number} {name}."));
        }

        return file;
    }
}
