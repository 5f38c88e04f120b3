using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Tests.Cases;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

/// <summary>Which form offers to carry which along, and what of a posted form belongs to it.</summary>
public sealed class CarryOnsTests
{
    private static readonly CaseFile Open = CaseFiles.Of(CaseFiles.Reported());

    private readonly ICarryOn[] all = [new Next("context", "probleemstelling"), new Next("uitkomst", "publicatie") { Offers = false }];

    [Theory]
    [InlineData("context", "probleemstelling")]
    [InlineData("uitkomst", null)]
    [InlineData("melding", null)]
    public void OfferedOn_Tab_IsTheNextStepThatTheCaseAllows(string tab, string? next) =>
        Assert.Equal(next, all.OfferedOn(tab, Open)?.Tab);

    [Theory]
    [InlineData("context", "probleemstelling", true)]
    [InlineData("context", "publicatie", false)]
    [InlineData("context", "", false)]
    [InlineData("melding", "probleemstelling", false)]
    [InlineData("uitkomst", "publicatie", true)]
    public void AskedBy_PostedForm_NamesTheStepOnItsButton(string tab, string pressed, bool isAsked) =>
        Assert.Equal(isAsked, all.AskedBy(tab, new FormState().With(FormFields.CarryOn, pressed)) is not null);

    [Fact]
    public void Only_PostedForm_HasTheFieldsOfTheStepAndNoOther()
    {
        var form = new FormState().With("eigen", "a", "b").With("ander", "c").With("leeg", "");

        var rest = all[0].Only(form);

        Assert.Equal(["eigen", "leeg"], rest.Names.Order());
        Assert.Equal(["a", "b"], rest.Values("eigen"));
    }

    private sealed class Next(string after, string tab) : ICarryOn
    {
        public bool Offers { get; init; } = true;

        public string After => after;

        public string Tab => tab;

        public string Button => "";

        public string OnlyTheFirst => "";

        public Type Fields => typeof(object);

        public IReadOnlyList<string> Names => ["eigen", "leeg", "niet-gestuurd"];

        public bool IsOffered(CaseFile file) => Offers;

        public void Start(FormState form, CaseFile file)
        {
            // There is nothing to fill in.
        }

        public Task<CommandResult> ActAsync(
            CommandContext context, CaseNumber number, FormState form, DurableTaskClient workflows, CancellationToken cancellation) =>
            throw new NotSupportedException();
    }
}
