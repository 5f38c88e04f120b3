using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using RegelLoket.Web;

namespace RegelLoket.Tests.Web;

public sealed class FormStateTests
{
    [Theory]
    [InlineData("2026-05-01", 2026, 5, 1)]
    [InlineData(" 2026-05-01 ", 2026, 5, 1)]
    [InlineData("2026-02-30", 1, 1, 1)]
    [InlineData("1-5-2026", 1, 1, 1)]
    [InlineData("morgen", 1, 1, 1)]
    public void Day_TypedText_IsTheDayOrOneThatIsRejected(string typed, int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), new FormState().With("dag", typed).Day("dag"));

    [Fact]
    public void Day_NothingTyped_IsNone()
    {
        Assert.Null(new FormState().With("dag", "").Day("dag"));
        Assert.Null(new FormState().Day("dag"));
    }

    [Fact]
    public void With_TextWithOddSigns_IsCleaned()
    {
        var form = new FormState().With("tekst", " een\r\ntwee\u0007\u202E ");

        Assert.Equal("een\ntwee", form.Value("tekst"));
    }

    [Fact]
    public void With_SeveralValues_KeepsThoseThatAreFilledIn()
    {
        var form = new FormState().With("themas", "a", "", null, "b").With("leeg", "");

        Assert.Equal(["a", "b"], form.Values("themas"));
        Assert.True(form.Has("themas", "b"));
        Assert.False(form.Has("themas", "B"));
        Assert.True(form.Contains("leeg"));
        Assert.Equal("", form.Value("leeg"));
        Assert.False(form.Contains("onbekend"));
        Assert.Empty(form.Values("onbekend"));
        Assert.Equal([("themas", "a"), ("themas", "b")], form.Filled);
    }

    [Fact]
    public void Refuse_SecondErrorOfAField_IsNotShown()
    {
        var form = new FormState();
        Assert.True(form.IsValid);

        form.Refuse("naam", "Vul de naam in.");
        form.Refuse(new Dictionary<string, string> { ["naam"] = "Te lang.", ["dag"] = "Kies een dag." });

        Assert.False(form.IsValid);
        Assert.Equal("Vul de naam in.", form.Error("naam"));
        Assert.Equal("Kies een dag.", form.Error("dag"));
        Assert.Null(form.Error("tekst"));
        Assert.Equal(["naam", "dag"], form.Errors.Keys);
    }

    [Fact]
    public void Written_OfAllThatWasFilledIn_IsWhatNobodyWantsToTypeAgain()
    {
        var form = new FormState().With("kort", "ja").With("zin", "Twee woorden").With("lang", new string('a', 41)).With("email", "a@b.nl")
            .With(FormFields.Version, "een twee");

        Assert.Equal(["zin", "lang", "email"], form.Written.Select(field => field.Name));
    }

    [Fact]
    public void ShowBeside_NewerText_ShowsWhatDiffersAndTakesItsVersion()
    {
        var mine = new FormState().With("titel", "Zelfde").With("probleem", "Van mij").With("versie", "1");
        var theirs = new FormState().With("titel", "Zelfde").With("probleem", "Van de ander").With("versie", "2");

        mine.ShowBeside(theirs, "Bea", DateTimeOffset.UnixEpoch);

        Assert.Equal("2", mine.Value("versie"));
        Assert.Equal("Van mij", mine.Value("probleem"));
        Assert.Equal(("Bea", DateTimeOffset.UnixEpoch), (mine.Newer!.By, mine.Newer.At));
        Assert.Equal(["Van de ander"], mine.Newer.Texts.Select(text => text.Text));
    }

    [Fact]
    public void Of_QueryString_HasItsValues()
    {
        var query = new QueryCollection(new Dictionary<string, StringValues> { ["thema"] = new(["a", "b"]), ["zoek"] = " wijk " });

        var form = FormState.Of(query);

        Assert.Equal(["a", "b"], form.Values("thema"));
        Assert.Equal("wijk", form.Value("zoek"));
    }

    [Fact]
    public async Task ReadAsync_BodyThatIsNoForm_IsEmpty()
    {
        var http = new DefaultHttpContext { Request = { ContentType = "application/json", Body = new MemoryStream("{}"u8.ToArray()) } };

        Assert.Empty((await FormState.ReadAsync(http.Request)).Names);
    }

    [Fact]
    public async Task ReadAsync_PostedForm_IsCleaned()
    {
        var http = new DefaultHttpContext
        {
            Request =
            {
                ContentType = "application/x-www-form-urlencoded",
                Body = new MemoryStream("tekst=een%0D%0Atwee&vink=a&vink=b"u8.ToArray()),
            },
        };

        var form = await FormState.ReadAsync(http.Request);

        Assert.Equal("een\ntwee", form.Value("tekst"));
        Assert.Equal(["a", "b"], form.Values("vink"));
    }
}
