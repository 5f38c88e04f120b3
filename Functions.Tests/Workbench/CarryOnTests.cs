namespace RegelLoket.Tests.Workbench;

/// <summary>Forms that carry the next step along: two commands, two events, and nothing lost when the second is refused.</summary>
[Collection(AppCollection.Name)]
public sealed class CarryOnTests(AppFixture app)
{
    private static readonly Dictionary<string, string> Context = new()
    {
        ["bron"] = "wet",
        ["regels[0].citeertitel"] = "Wet BIG",
        ["regels[0].artikel"] = "36",
        ["ministeries"] = "vws",
        ["uitvoerders"] = "igj",
        ["verwachteUitkomst"] = "het-kan-al",
        ["toelichting"] = "Dit mag in opdracht.",
        ["wie"] = "Zes helpenden in een team.",
        ["gevolg"] = "Er rijdt elke ochtend iemand extra.",
        ["geprobeerd"] = "Gevraagd aan de leiding.",
        ["ruimte"] = "Duidelijkheid.",
        ["verder"] = "probleemstelling",
    };

    private static readonly Dictionary<string, string> Outcome = new()
    {
        ["uitkomst"] = "het-kan-al",
        ["getoond"] = "het-kan-al",
        ["regel.citeertitel"] = "Wet BIG",
        ["watZegtDeRegel"] = "Dit mag in opdracht van een verpleegkundige.",
        ["watMagJe"] = "Je mag dit doen als je het kunt.",
        ["bevestigdDoor"] = "De inspectie",
        ["bevestigdOp"] = "2026-01-05",
        ["tekstVoorMelder"] = "Goed nieuws voor je team.",
        ["reden"] = "De wet laat het toe.",
        ["titel"] = "Prikken in opdracht",
        ["probleem"] = "Een team dacht dat dit niet mocht.",
        ["themas"] = "werken-naar-talent",
        ["verder"] = "publicatie",
    };

    [Fact]
    public async Task Context_WithTheStatement_IsTwoEventsAndTheRuleIsNotTypedTwice()
    {
        var reported = await TestCase.ReportAsync(app);

        var (status, _) = await PostAsync(reported, "context", Context);

        Assert.Equal(303, status);
        var found = await reported.GetAsync();
        Assert.Equal("wacht-op-goedkeuring", found.Text("status"));
        Assert.Equal("het-kan-al", found.GetProperty("contextanalyse").Text("verwachteUitkomst"));
        var statement = found.GetProperty("probleemstellingen")[0].Text("tekst")!;
        Assert.Contains("Wet BIG, artikel 36.", statement, StringComparison.Ordinal);
        Assert.Contains("Dit mag in opdracht.", statement, StringComparison.Ordinal);
        Assert.Equal(["contextAnalysed", "statementWritten"], await KindsAsync(reported, 2));
    }

    [Fact]
    public async Task Context_WithAStatementThatLacksAPart_IsStoredAndTheRestComesBackWithAllThatWasTyped()
    {
        var reported = await TestCase.ReportAsync(app);

        var (status, body) = await PostAsync(reported, "context", Context, ("ruimte", ""));

        Assert.Equal(400, status);
        Assert.Contains("De context is vastgelegd. De probleemstelling nog niet.", body, StringComparison.Ordinal);
        Assert.Contains("Zes helpenden in een team.", body, StringComparison.Ordinal);
        Assert.Contains("Dit mag in opdracht.", body, StringComparison.Ordinal);
        Assert.Contains("Vul het deel 'Welke ruimte we vragen' in.", body, StringComparison.Ordinal);
        Assert.Equal("probleemstelling", (await reported.GetAsync()).Text("status"));

        // From there it goes on as any problem statement does.
        var again = await PostAsync(reported, "probleemstelling", Context, ("regel", "Wet BIG, artikel 36."), ("actie", "schrijven"));
        Assert.Equal(303, again.Status);
    }

    [Fact]
    public async Task Context_ThatIsWrongItself_StoresNothing()
    {
        var reported = await TestCase.ReportAsync(app);

        var (status, body) = await PostAsync(reported, "context", Context, ("toelichting", ""));

        Assert.Equal(400, status);
        Assert.DoesNotContain("Een deel is bewaard", body, StringComparison.Ordinal);
        Assert.Contains("Zes helpenden in een team.", body, StringComparison.Ordinal);
        Assert.Equal("ontvangen", (await reported.GetAsync()).Text("status"));
    }

    [Fact]
    public async Task Context_SentTwice_IsWrittenOnce()
    {
        var reported = await TestCase.ReportAsync(app);
        await PostAsync(reported, "context", Context);

        var (status, _) = await PostAsync(reported, "context", Context);

        Assert.Equal(303, status);
        Assert.Single((await reported.GetAsync()).GetProperty("probleemstellingen").EnumerateArray());
    }

    [Fact]
    public async Task NeemOver_OnTheForm_FillsInTheRuleAndKeepsWhatWasTyped()
    {
        var reported = await TestCase.ReportAsync(app);
        var suggestion = await reported.GetAsync("/suggestie");
        var rule = suggestion.GetProperty("regels")[0];

        var (status, body) = await PostAsync(reported, "context", Context, ("verder", ""), ("neemOver", rule.Text("id")!));

        Assert.Equal(200, status);
        Assert.Contains($"value=\"{rule.Text("citeertitel")}\"", body, StringComparison.Ordinal);
        Assert.Contains("value=\"Wet BIG\"", body, StringComparison.Ordinal);
        Assert.Contains("Dit mag in opdracht.", body, StringComparison.Ordinal);
        Assert.Equal("ontvangen", (await reported.GetAsync()).Text("status"));
    }

    [Fact]
    public async Task Outcome_WithThePublicText_IsTwoEventsAndItsWordsAreTypedOnce()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.ApproveAsync();

        var (status, _) = await PostAsync(reported, "oplossing", Outcome);

        Assert.Equal(303, status);
        Assert.Equal(["outcomeDetermined", "publicationDrafted"], await KindsAsync(reported, 2));
    }

    [Fact]
    public async Task Outcome_WithAPublicTextThatIsRefused_IsToldAndTheTextComesBack()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.ApproveAsync();

        var (status, body) = await PostAsync(reported, "oplossing", Outcome, ("probleem", "Bel jan.jansen@example.org hierover."));

        Assert.Equal(400, status);
        Assert.Contains("De uitkomst is vastgelegd, en de melder hoort het.", body, StringComparison.Ordinal);
        Assert.Contains("Bel jan.jansen@example.org hierover.", body, StringComparison.Ordinal);
        Assert.Contains("Je mag dit doen als je het kunt.", body, StringComparison.Ordinal);
        Assert.Equal("uitkomst-bekend", (await reported.GetAsync()).Text("status"));
    }

    [Fact]
    public async Task OutcomeForm_OfAnotherKind_KeepsWhatWasTypedAndRecordsNothing()
    {
        var reported = await TestCase.ReportAsync(app);
        await reported.ApproveAsync();

        var (status, changed) = await PostAsync(reported, "oplossing", Outcome, ("uitkomst", "wetswijziging"), ("stap", "vastleggen"));

        // A law that changes has no field for what the rule says: that goes along unseen, and is there again for the next kind.
        Assert.Equal(200, status);
        Assert.Contains("name=\"wasZo\"", changed, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"watZegtDeRegel\" value=\"Dit mag in opdracht van een verpleegkundige.\"", changed,
            StringComparison.Ordinal);
        Assert.Contains("Goed nieuws voor je team.", changed, StringComparison.Ordinal);
        Assert.Equal("klaar-voor-besluit", (await reported.GetAsync()).Text("status"));
    }

    [Fact]
    public async Task Approve_WhenTheContextNeedsNoMinistry_GoesOnToTheOutcomeAsPrimary()
    {
        var reported = await TestCase.ReportAsync(app);
        await PostAsync(reported, "context", Context);
        var page = $"/werkbank/zaken/{reported.Number}/probleemstelling";
        using var second = app.AsAnalyst(TestCase.Second);

        using var approved = await PageForms.PostForAnswerAsync(second, page, page,
            [KeyValuePair.Create("actie", "goedkeuren"), KeyValuePair.Create("versie", "1")]);

        Assert.Equal($"/werkbank/zaken/{reported.Number}/oplossing?gedaan=goedgekeurd", approved.Headers.Location!.OriginalString);
        var shown = await second.GetStringAsync(approved.Headers.Location);
        Assert.Contains("Volgens de context is er geen ministerie nodig.", shown, StringComparison.Ordinal);
        Assert.Contains("Naar de oplossing", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Naar de ministeries", shown, StringComparison.Ordinal);
    }

    private async Task<(int Status, string Body)> PostAsync(TestCase reported, string tab, Dictionary<string, string> fields,
        params (string Name, string Value)[] others)
    {
        var sent = new Dictionary<string, string>(fields);
        foreach (var (name, value) in others)
        {
            sent[name] = value;
        }

        var page = $"/werkbank/zaken/{reported.Number}/{tab}";
        using var analyst = app.AsAnalyst(TestCase.Author);
        return await PageForms.PostAsync(analyst, page, page, sent);
    }

    /// <summary>The kinds of the last events of people.</summary>
    private static async Task<IEnumerable<string>> KindsAsync(TestCase reported, int number) =>
        (await reported.GetAsync("/gebeurtenissen")).GetProperty("gebeurtenissen").EnumerateArray()
            .Where(e => e.Text("naam") == TestCase.Author).Select(e => e.Text("soort")!).TakeLast(number);
}
