using RegelLoket.Cases;

namespace RegelLoket.Web.SignIn;

/// <summary>A colleague who signed in before: to whom a case can be given by the id, whatever the name is.</summary>
/// <param name="Id">The id at the identity provider.</param>
/// <param name="Name">The name at the last sign-in.</param>
/// <param name="SeenOn">About the last day on which they were here.</param>
public sealed record Colleague(string Id, string Name, DateOnly SeenOn)
{
    public Actor AsActor() => new(ActorRole.Analyst, Name, Id);
}
