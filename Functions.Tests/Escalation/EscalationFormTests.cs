using RegelLoket.Cases;
using RegelLoket.Escalation;
using RegelLoket.Web;

namespace RegelLoket.Tests.Escalation;

/// <summary>Nothing goes to a ministry that was not shown first, word for word.</summary>
public sealed class EscalationFormTests
{
    [Fact]
    public void Read_ChosenMinistries_AreAskedWhatWasTypedForThem()
    {
        var asked = EscalationForm.Read(Typed()).Ministries!;

        Assert.Equal([Ministry.Vws, Ministry.Szw], asked.Select(question => question.Ministry));
        Assert.Equal(["Mag dit?", ""], asked.Select(question => question.Question));
        Assert.Equal([new DateOnly(2026, 12, 24), null], asked.Select(question => question.ReplyBefore));
        Assert.Equal([1, 3], asked[0].Rules!);
        Assert.Null(asked[1].Rules);
    }

    [Fact]
    public void Read_UnreadableDay_IsOneThatIsRejected() => Assert.Equal(
        DateOnly.MinValue,
        EscalationForm.Read(Typed().With(EscalationForm.ReplyBefore(Ministry.Vws), "morgen")).Ministries![0].ReplyBefore);

    [Fact]
    public void IsSend_ButtonUnderThePreviewOfTheseWords_IsTrue()
    {
        var form = Typed();
        var mark = PreviewMark.Of(EscalationForm.Read(form));

        Assert.False(EscalationForm.IsSend(form));
        Assert.False(EscalationForm.IsSend(form.With(EscalationForm.Step, EscalationForm.Send)));
        Assert.True(EscalationForm.IsSend(form.With(PreviewMark.Field, mark)));
        Assert.False(EscalationForm.IsSend(form.With(EscalationForm.Step, EscalationForm.Preview)));
    }

    [Theory]
    [InlineData("vraag-vws", "Mag dat?")]
    [InlineData("reactieVoor-vws", "2026-12-25")]
    [InlineData("regels-vws", "2")]
    [InlineData("kies-ocw", "ja")]
    [InlineData("kies-szw", "nee")]
    public void IsSend_AnyFieldChangedSinceThePreview_IsFalse(string field, string value)
    {
        var form = Typed();
        form.With(PreviewMark.Field, PreviewMark.Of(EscalationForm.Read(form))).With(EscalationForm.Step, EscalationForm.Send);
        Assert.True(EscalationForm.IsSend(form));

        Assert.False(EscalationForm.IsSend(form.With(field, value)));
    }

    [Fact]
    public void FieldNames_OfTheApi_AreThoseOfTheForm()
    {
        var names = EscalationForm.FieldNames(Typed());

        Assert.Equal("vraag-vws", names["ministeries[0].vraag"]);
        Assert.Equal("reactieVoor-szw", names["ministeries[1].reactieVoor"]);
        Assert.Equal("kies-vws", names["ministeries"]);
    }

    private static FormState Typed() => new FormState().With(EscalationForm.Chosen(Ministry.Szw), "ja")
        .With(EscalationForm.Chosen(Ministry.Vws), "ja").With(EscalationForm.QuestionTo(Ministry.Vws), "Mag dit?")
        .With(EscalationForm.ReplyBefore(Ministry.Vws), "2026-12-24").With(EscalationForm.Rules(Ministry.Vws), "1", "3")
        .With(EscalationForm.QuestionTo(Ministry.Ocw), "Niet gekozen");
}
