using System.Runtime.Serialization;
using ActorCafe.Remoting.Serialization;
using ActorCafe.Remoting.Serialization.Proto;
using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Remote.Serialization;
using Akka.Util;
using Google.Protobuf;

namespace ActorCafe.Remoting.Tests.Serialization;

/// <summary>The guarded serializers alone, fed with what Akka's own serializers write.</summary>
[Collection(Strangers.Collection)]
public sealed class GuardedSerializerTests : IDisposable
{
    private readonly ActorSystem _system = Nodes.Start(Nodes.Plain());
    private readonly SystemMessageSerializer _akkas;
    private readonly GuardedSystemMessageSerializer _systemMessages;
    private readonly GuardedDeploymentSerializer _deployments;

    public GuardedSerializerTests()
    {
        var system = (ExtendedActorSystem)_system;
        _akkas = new SystemMessageSerializer(system);
        _systemMessages = new GuardedSystemMessageSerializer(system);
        _deployments = new GuardedDeploymentSerializer(system);
    }

    [Fact]
    public void No_system_message_brings_an_exception_of_a_strangers_type()
    {
        Strangers.Forget();

        Read(new Recreate(new Strangers.Failure())).Cause.ShouldBeOfType<RemoteException>();
        Read(new Resume(new Strangers.Failure())).CausedByFailure.ShouldBeOfType<RemoteException>();
        Read(new Failed(_system.DeadLetters, new Strangers.Failure(), 1)).Cause.ShouldBeOfType<RemoteException>();
        var inner = Read(new Create(new ActorInitializationException(_system.DeadLetters, "no", new Strangers.Failure()))).Failure;
        inner.InnerException.ShouldBeOfType<RemoteException>();
        Strangers.Made.ShouldBe(0);
    }

    [Fact]
    public void What_a_supervisor_decides_by_keeps_its_type()
    {
        Written(new Recreate(new ActorKilledException("killed"))).Cause.ShouldBeOfType<ActorKilledException>();
        Written(new Recreate(new DeathPactException(_system.DeadLetters))).Cause.ShouldBeOfType<DeathPactException>();
        Written(new Recreate(new InvalidOperationException("a bean"))).Cause
            .ShouldBeOfType<RemoteException>().Message.ShouldBe("System.InvalidOperationException: a bean");
        Written(new Create(null)).Failure.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("System.String")]
    [InlineData("Akka.Dispatch.SysMsg.NoMessage, Akka")]
    public void A_system_message_of_no_known_kind_is_refused(string manifest) =>
        Should.Throw<SerializationException>(() => _systemMessages.FromBinary([], manifest));

    [Theory]
    [InlineData("")]
    [InlineData("System.Diagnostics.Process, System.Diagnostics.Process")]
    [InlineData("ActorCafe.Remoting.Serialization.GuardedMiscMessageSerializer, ActorCafe.Remoting")]
    [InlineData("ActorCafe.Nobody, ActorCafe.Remoting")]
    [InlineData("System.Collections.Generic.List`1[[ActorCafe.Nobody, Evil]], ActorCafe.Remoting")]
    [InlineData("ActorCafe.Remoting.Tests.Strangers+Guest, ActorCafe.Remoting.Tests")]
    [InlineData("ActorCafe.Remoting.Tests.Echo, ActorCafe.Remoting.Tests\n")]
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
        Should.Throw<SerializationException>(() => _systemMessages.FromBinary(bytes, typeof(Failed).TypeQualifiedName()));
        Should.Throw<SerializationException>(() => _systemMessages.FromBinary([], typeof(Watch).TypeQualifiedName()));
        Should.Throw<SerializationException>(() => new GuardedMiscMessageSerializer((ExtendedActorSystem)_system).FromBinary(bytes, "STF"));
    }

    public void Dispose() => _system.Dispose();

    private T Read<T>(T message) => (T)_systemMessages.FromBinary(_akkas.ToBinary(message!), typeof(T).TypeQualifiedName());

    private T Written<T>(T message) => (T)_systemMessages.FromBinary(_systemMessages.ToBinary(message!), _systemMessages.Manifest(message!));

    private void Refused(Action<DeploymentData> change)
    {
        var data = new DeploymentData { Props = new PropsData { TypeName = typeof(Echo).TypeQualifiedName() } };
        change(data);
        Should.Throw<SerializationException>(() => _deployments.FromBinary(data.ToByteArray(), "")).Message.ShouldContain("was refused");
    }
}
