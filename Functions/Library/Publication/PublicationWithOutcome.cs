using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Library.Publication.Components;
using RegelLoket.Web;

namespace RegelLoket.Library.Publication;

/// <summary>
/// The first public text, written on the form of the outcome: what the rule says and what you may do is the same in
/// both, so that it is typed once.
/// </summary>
internal sealed class PublicationWithOutcome(PublicationService service) : ICarryOn
{
    public string After => "oplossing";

    public string Tab => PublicationPageFunctions.Tab;

    public string Button => "Leg vast en leg de tekst voor iedereen voor";

    public string OnlyTheFirst =>
        "De uitkomst is vastgelegd, en de melder hoort het. De tekst voor iedereen is nog niet voorgelegd.";

    public Type Fields => typeof(PublicationFields);

    public Type Preview => typeof(PublicationPreview);

    public IReadOnlyList<string> Names { get; } = ["titel", "probleem", "watZegtDeRegel", "watMagJe", "themas"];

    public bool IsOffered(CaseFile file) => file.State.Publication is null;

    public void Start(FormState form, CaseFile file)
    {
        if (!form.Contains("themas"))
        {
            form.With("themas", [.. file.State.Themes.Select(theme => theme.Slug())]);
        }
    }

    public Task<CommandResult> ActAsync(CommandContext context, CaseNumber number, FormState form, DurableTaskClient workflows,
        CancellationToken cancellation) =>
        service.DraftAsync(context, number, PublicationFormFields.Read(form), workflows, cancellation);
}
