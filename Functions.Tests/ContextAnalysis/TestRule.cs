namespace RegelLoket.Tests.ContextAnalysis;

/// <summary>A rule as a coordinator sends it to the catalogue, about a word that no other rule has.</summary>
internal static class TestRule
{
    public static object Of(string id, int? version = null, string? subject = null, string reason = "Nieuw onderwerp.",
        string pitfall = "Let op.") => new
        {
            versie = version,
            reden = reason,
            onderwerp = subject ?? $"Onderwerp {id}",
            citeertitel = $"Wet {id}",
            bwbId = "BWBR0000001",
            ministeries = new[] { "ocw" },
            uitvoerders = new[] { "duo" },
            bron = "wet",
            gebruikelijkeUitkomst = "het-kan-al",
            valkuil = pitfall,
            themas = new[] { "leven-lang-ontwikkelen" },
            kernwoorden = new[] { id, $"{id}regeling" },
            woorden = new[] { $"de {id} aanvragen", $"{id}en", $"een {id} krijgen" },
            voorbeelden = new[] { $"Wij krijgen geen {id} voor onze mensen." },
        };
}
