using System.ComponentModel.DataAnnotations;

namespace RegelLoket.Web;

/// <summary>The site's own details: section <c>Site</c>.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>The public address of the site, used in mails; derived from the host when it is not set.</summary>
    [Required]
    public Uri Address { get; set; } = new("http://localhost:7071");

    [Required, EmailAddress]
    public string Email { get; init; } = "loket@regelloket.example";

    [Required]
    public string Telephone { get; init; } = "030 - 123 45 67";

    /// <summary>The telephone number as a link.</summary>
    public string TelephoneAddress => "tel:" + string.Concat(Telephone.Where(sign => char.IsAsciiDigit(sign) || sign == '+'));
}
