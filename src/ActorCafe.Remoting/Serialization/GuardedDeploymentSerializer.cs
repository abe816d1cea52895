using System.Reflection;
using System.Runtime.Serialization;
using System.Text.RegularExpressions;
using ActorCafe.Remoting.Serialization.Proto;
using Akka.Actor;
using Akka.Remote.Serialization;

namespace ActorCafe.Remoting.Serialization;

/// <summary>Marks an actor that other nodes may deploy on this one. Every other type is refused.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class DeployableAttribute : Attribute;

/// <summary>
/// Akka's serializer of remote deployment, for our own actors only. Akka has no list of what may be deployed: it creates an actor of
/// any type that is named. Here the type must be one of ours, marked <see cref="DeployableAttribute"/>, and its arguments strings or
/// integers. The deployment may carry no settings and no router.
/// </summary>
internal sealed partial class GuardedDeploymentSerializer(ExtendedActorSystem system) : GuardedSerializer(system, "A deployment")
{
    private const int NullSerializer = 0;
    private const int PrimitiveSerializer = 17;

    private readonly DaemonMsgCreateSerializer _akkas = new(system);

    public override int Identifier => 3;

    // The same as Akka's own, which a node of another version may still use.
    public override string Manifest(object o) => "";

    public override byte[] ToBinary(object obj)
    {
        var bytes = _akkas.ToBinary(obj);
        Check(DeploymentData.Parser.ParseFrom(bytes));
        return bytes;
    }

    protected override object Read(byte[] bytes, string manifest)
    {
        Check(DeploymentData.Parser.ParseFrom(bytes));
        return _akkas.FromBinary(bytes, null);
    }

    private static void Check(DeploymentData data)
    {
        var name = data.Props?.TypeName ?? "";

        // The name is checked first: looking up a type loads its assembly.
        if (!OurTypeName().IsMatch(name) || Type.GetType(name)?.GetCustomAttribute<DeployableAttribute>() is null)
        {
            throw Refused("its actor is not one that may be deployed from another node");
        }

        if (data.Props!.ArgumentSerializers.Any(id => id is not (NullSerializer or PrimitiveSerializer)))
        {
            throw Refused("an argument is neither a text nor a whole number");
        }

        Check(data.Props.Deploy);
        Check(data.Deploy);
    }

    private static void Check(DeployData? deploy)
    {
        if (deploy is not null && (deploy.Config.Length > 0 || deploy.RouterSerializer > 0))
        {
            throw Refused("it brings settings or a router of its own");
        }
    }

    private static SerializationException Refused(string why) => new($"A deployment was refused: {why}");

    [GeneratedRegex(@"\A[A-Za-z0-9_.+]{1,256}, ActorCafe(\.[A-Za-z]{1,64}){1,8}\z")]
    private static partial Regex OurTypeName();
}
