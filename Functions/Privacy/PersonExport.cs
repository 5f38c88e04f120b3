using RegelLoket.Library.Subscriptions;

namespace RegelLoket.Privacy;

/// <summary>All data of a person: by case, in inbound mails, and what is followed by mail.</summary>
public sealed record PersonExport(
    IReadOnlyList<PersonExportResponse> Cases, IReadOnlyList<PersonMailResponse> Mails, SubscriptionResponse? Followed);
