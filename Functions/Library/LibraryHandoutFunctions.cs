using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;
using RegelLoket.Web;
using RegelLoket.Web.Components;
using RegelLoket.Web.Handouts;

namespace RegelLoket.Library;

/// <summary>A published answer on one A4, as a page to print and as a PDF, for everybody.</summary>
[RoutePolicy(Audience.Public)]
public sealed class LibraryHandoutFunctions(LibraryCache shelf, IOptions<SiteOptions> site, TimeProvider clock)
{
    [Function(nameof(GetLibraryHandout))]
    public Task<IResult> GetLibraryHandout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "bibliotheek/{id}/op-papier")]
            HttpRequest request, string id, CancellationToken cancellation) =>
        OfItemAsync(
            request, id,
            handout => Page.Render<HandoutPage>(new { Handout = handout, Section = Section.Library, Back = SiteRoutes.LibraryItem(id) }),
            cancellation);

    [Function(nameof(GetLibraryHandoutFile))]
    public Task<IResult> GetLibraryHandoutFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "bibliotheek/{id}/op-papier.pdf")]
            HttpRequest request, string id, CancellationToken cancellation) =>
        OfItemAsync(request, id, handout => HandoutAnswer.Pdf(handout, site.Value, clock.GetUtcNow()), cancellation);

    private async Task<IResult> OfItemAsync(
        HttpRequest request, string id, Func<Handout, IResult> show, CancellationToken cancellation)
    {
        var view = await shelf.ViewAsync(cancellation);
        return view.Find(id) is LibraryAnswer answer
            ? show(HandoutOf(answer, WorkingDays.DayOf(clock.GetUtcNow()))) : view.Missing(request, id);
    }

    private static Handout HandoutOf(LibraryAnswer answer, DateOnly today) => new()
    {
        Path = LibraryRoutes.Handout(answer.Id),
        Title = answer.Title,
        Outcome = answer.Outcome,
        Rules = [.. answer.Rules.Select(rule => rule.ToReference())],
        Parts =
        [
            new("Wat mag je doen?", answer.WhatYouMay),
            new("Wat zegt de regel echt?", answer.RuleSays),
            new("Waar liep iemand tegenaan?", answer.Problem),
            .. answer is Factsheet { CheckYourself: { } check }
                ? [new HandoutPart("Controleer dit zelf", check)] : Array.Empty<HandoutPart>(),
        ],
        AnsweredOn = WorkingDays.DayOf(answer.ModifiedAt),
        IsStale = answer.IsStale(today),
        LookedAtAgainSince = (answer as PublishedCase)?.LookedAtAgainSince,
        PublicPath = answer.Path,
    };
}
