using ActorCafe.Containers.Tests.Fixtures;

namespace ActorCafe.Containers.Tests.Conditions;

/// <summary>Needs an image that is neither built nor required here: it is there already, or its registry answers.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsImageAttribute(string name) : NeedsAttribute
{
    public string Name { get; } = name;

    public override string? Missing => !NeedsDockerAttribute.IsThere || Docker.Answers("image", "inspect", Name) || Docker.Answers("pull", "--quiet", Name)
        ? null
        : $"the image {Name} is not here, and its registry does not answer";
}
