using RegelLoket.Cases;

namespace RegelLoket.Web.SignIn;

/// <summary>A colleague who has signed in before, to whom a case can be assigned by id.</summary>
/// <param name="Id">The id at the identity provider.</param>
/// <param name="Name">The name at the last sign-in.</param>
/// <param name="SeenOn">The last day of activity, to within a week.</param>
public sealed record Colleague(string Id, string Name, DateOnly SeenOn)
{
    public Actor AsActor() => new(ActorRole.Analyst, Name, Id);
}
