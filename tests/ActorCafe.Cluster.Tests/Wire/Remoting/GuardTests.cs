using System.Runtime.Serialization;
using ActorCafe.Cluster.Wire.Remoting;
using ActorCafe.Cluster.Wire.Remoting.Proto;
using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Remote.Serialization;
using Akka.Util;
using Google.Protobuf;

namespace ActorCafe.Cluster.Tests.Wire.Remoting;

/// <summary>The guards alone, fed with what Akka's own serializers write.</summary>
[Collection(Strangers.Collection)]
public sealed class GuardTests : IDisposable
{
    private readonly ActorSystem _system = Nodes.Start(Nodes.Plain());
    private readonly SystemMessageSerializer _akkas;
    private readonly GuardedSystemMessageSerializer _guard;
    private readonly GuardedDeploymentSerializer _deployments;

    public GuardTests()
    {
        var system = (ExtendedActorSystem)_system;
        _akkas = new SystemMessageSerializer(system);
        _guard = new GuardedSystemMessageSerializer(system);
        _deployments = new GuardedDeploymentSerializer(system);
    }

    [Fact]
    public void No_system_message_brings_an_exception_of_a_strangers_type()
    {
        Strangers.Forget();

        Read(new Recreate(new Strangers.Failure())).Cause.ShouldBeOfType<FarException>();
        Read(new Resume(new Strangers.Failure())).CausedByFailure.ShouldBeOfType<FarException>();
        Read(new Failed(_system.DeadLetters, new Strangers.Failure(), 1)).Cause.ShouldBeOfType<FarException>();
        var inner = Read(new Create(new ActorInitializationException(_system.DeadLetters, "no", new Strangers.Failure()))).Failure;
        inner.InnerException.ShouldBeOfType<FarException>();
        Strangers.Made.ShouldBe(0);
    }

    [Fact]
    public void What_a_supervisor_decides_by_keeps_its_type()
    {
        Written(new Recreate(new ActorKilledException("killed"))).Cause.ShouldBeOfType<ActorKilledException>();
        Written(new Recreate(new DeathPactException(_system.DeadLetters))).Cause.ShouldBeOfType<DeathPactException>();
        Written(new Recreate(new InvalidOperationException("a bean"))).Cause
            .ShouldBeOfType<FarException>().Message.ShouldBe("System.InvalidOperationException: a bean");
        Written(new Create(null)).Failure.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("System.String")]
    [InlineData("Akka.Dispatch.SysMsg.NoMessage, Akka")]
    public void A_system_message_of_no_known_kind_is_refused(string manifest) =>
        Should.Throw<SerializationException>(() => _guard.FromBinary([], manifest));

    [Theory]
    [InlineData("")]
    [InlineData("System.Diagnostics.Process, System.Diagnostics.Process")]
    [InlineData("ActorCafe.Cluster.Wire.KitchenSerializer, ActorCafe.Cluster")]
    [InlineData("ActorCafe.Nobody, ActorCafe.Cluster")]
    [InlineData("System.Collections.Generic.List`1[[ActorCafe.Nobody, Evil]], ActorCafe.Cluster")]
    [InlineData("ActorCafe.Cluster.Tests.Wire.Remoting.Strangers+Guest, ActorCafe.Cluster.Tests")]
    [InlineData("ActorCafe.Cluster.Tests.Wire.Remoting.Cook, ActorCafe.Cluster.Tests\n")]
    public void A_type_that_is_not_ours_to_deploy_is_refused(string type) => Refused(data => data.Props.TypeName = type);

    [Fact]
    public void A_deployment_brings_texts_and_numbers_only()
    {
        Refused(data => data.Props.ArgumentSerializers.Add(1));
        Refused(data => data.Props.ArgumentSerializers.Add(16));
        Refused(data => data.Deploy = new DeployData { Config = ByteString.CopyFromUtf8("akka.actor.provider = local") });
        Refused(data => data.Deploy = new DeployData { RouterSerializer = 16 });
        Refused(data => data.Props.Deploy = new DeployData { RouterSerializer = 16 });
    }

    [Fact]
    public void Bytes_that_make_no_sense_are_refused_with_one_kind_of_exception()
    {
        byte[] bytes = [0x0a, 0xff, 0xff, 0xff, 0xff, 0x07];

        Should.Throw<SerializationException>(() => _deployments.FromBinary(bytes, ""));
        Should.Throw<SerializationException>(() => _guard.FromBinary(bytes, typeof(Failed).TypeQualifiedName()));
        Should.Throw<SerializationException>(() => _guard.FromBinary([], typeof(Watch).TypeQualifiedName()));
        Should.Throw<SerializationException>(() => new GuardedMiscMessageSerializer((ExtendedActorSystem)_system).FromBinary(bytes, "STF"));
    }

    public void Dispose() => _system.Dispose();

    private T Read<T>(T message) => (T)_guard.FromBinary(_akkas.ToBinary(message!), typeof(T).TypeQualifiedName());

    private T Written<T>(T message) => (T)_guard.FromBinary(_guard.ToBinary(message!), _guard.Manifest(message!));

    private void Refused(Action<DeploymentData> change)
    {
        var data = new DeploymentData { Props = new PropsData { TypeName = Forged.NameOf<Cook>() } };
        change(data);
        Should.Throw<SerializationException>(() => _deployments.FromBinary(data.ToByteArray(), "")).Message.ShouldContain("was refused");
    }
}
