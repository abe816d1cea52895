using System.Reflection;
using System.Runtime.Serialization;
using System.Text.RegularExpressions;
using ActorCafe.Cluster.Wire.Remoting.Proto;
using Akka.Actor;
using Akka.Remote.Serialization;
using Akka.Serialization;

namespace ActorCafe.Cluster.Wire.Remoting;

/// <summary>
/// Akka's serializer of remote deployment, for our own actors only. Akka itself has no list of what may be deployed: it makes an actor
/// of whatever type is named. Here the type is one of ours, marked <see cref="DeployableAttribute"/>, and its arguments are texts and
/// whole numbers; it brings no settings and no router.
/// </summary>
public sealed partial class GuardedDeploymentSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    private const int Null = 0;
    private const int Primitive = 17;

    private readonly DaemonMsgCreateSerializer _akkas = new(system);

    public override int Identifier => 3;

    // As Akka's own, which a node of another version may still use.
    public override string Manifest(object o) => "";

    public override byte[] ToBinary(object obj)
    {
        var bytes = _akkas.ToBinary(obj);
        Check(DeploymentData.Parser.ParseFrom(bytes));
        return bytes;
    }

    public override object FromBinary(byte[] bytes, string manifest) => Guard.Reading("A deployment", () =>
    {
        Check(DeploymentData.Parser.ParseFrom(bytes));
        return _akkas.FromBinary(bytes, null);
    });

    private static void Check(DeploymentData data)
    {
        var name = data.Props?.TypeName ?? "";

        // The name is looked at before the type is: looking up a type loads its assembly.
        if (!OurName().IsMatch(name) || Type.GetType(name)?.GetCustomAttribute<DeployableAttribute>() is null)
        {
            throw Refused("its actor is not one that may be deployed from another node");
        }

        if (data.Props!.ArgumentSerializers.Any(id => id is not (Null or Primitive)))
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
    private static partial Regex OurName();
}
