namespace RegelLoket.Notifications;

/// <summary>Explains in plain words why a mail was not sent; the stored fault stays as it is.</summary>
internal static class MailFaults
{
    public static string Explain(string fault) => fault switch
    {
        "onzeker-verzonden" => "we weten niet of hij aankwam",
        "domein-niet-toegestaan" => "dit adres mag hier geen mail krijgen",
        "fout-in-het-loket" => "er ging iets mis in RegelLoket",
        "geen-antwoord-op-tijd" => "de maildienst antwoordde niet op tijd",
        "geen-verbinding" or "verbinding-verbroken" => "geen verbinding met de maildienst",
        _ => fault.Split('-') switch
        {
            [var service and ("sendgrid" or "smtp"), var code] when code.Length > 0 => $"de maildienst zei: {service} {code}",
            _ => fault,
        },
    };
}
