using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Library.Publication;

/// <summary>Reads and fills the publication form; its fields have the names of the API.</summary>
public static class PublicationFormFields
{
    private const string Yes = "ja";

    public static PublicationRequest Read(FormState form) => new()
    {
        Title = form.Value("titel"),
        Problem = form.Value("probleem"),
        RuleSays = form.Value("watZegtDeRegel"),
        WhatYouMay = form.Value("watMagJe"),
        Themes = [.. form.Values("themas").Where(t => EnumNames.TryParseSlug<Theme>(t, out _))
            .Select(t => EnumNames.TryParseSlug<Theme>(t, out var theme) ? theme : default)],
        ShowRegion = form.Has("toonRegio", Yes),
        Size = EnumNames.TryParseSlug<OrganisationSize>(form.Value("omvang"), out var size) ? size : null,
        FrontRunner = form.Value("koploper"),
        ReviewBefore = form.Day("nakijkenVoor"),
        FindingsReviewed = form.Has("vondstenBekeken", Yes),
    };

    public static SharingDeclineRequest ReadDecline(FormState form) => new()
    {
        Because = EnumNames.TryParseSlug<NotSharedReason>(form.Value("want"), out var reason) ? reason : null,
        Explanation = form.Value("toelichting"),
    };

    /// <summary>
    /// Returns the form for the next version: the newest version, or the desk's own text of the outcome. It never
    /// includes the reporter's texts.
    /// </summary>
    public static FormState StartFor(CaseFile file)
    {
        var form = new FormState().With(
            "themas", [.. (file.State.Publication?.Themes ?? file.State.Themes).Select(t => t.Slug())]);
        if (file.State.Publication is { } publication)
        {
            return form
                .With("titel", file.Text(publication.Text(TextNames.PublicTitle)))
                    .With("probleem", file.Text(publication.Text(TextNames.PublicProblem)))
                .With("watZegtDeRegel", file.Text(publication.Text(TextNames.PublicRule)))
                    .With("watMagJe", file.Text(publication.Text(TextNames.PublicSolution)))
                .With("toonRegio", publication.Region is null ? null : Yes).With("omvang", publication.Size?.Slug())
                    .With("koploper", publication.FrontRunner);
        }

        return file.State.Outcome is not { } outcome ? form : form
            .With("watZegtDeRegel", file.Text(outcome.Text(TextNames.RuleSays)))
                .With("watMagJe", file.Text(outcome.Text(TextNames.WhatYouMay)));
    }
}
