using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;
using Akka.Util;

namespace ActorCafe.Remoting.Tests;

/// <summary>Types that a stranger tries to have created on a node; they count their instances.</summary>
internal static class Strangers
{
    /// <summary>The count is for the whole process, so tests that read it run one at a time.</summary>
    public const string Collection = "strangers";

    private static int _made;

    public static int Made => Volatile.Read(ref _made);

    public static void Forget() => Interlocked.Exchange(ref _made, 0);

    private static void Count() => Interlocked.Increment(ref _made);

    /// <summary>Any type with a constructor.</summary>
    internal sealed class Thing
    {
        public Thing() => Count();

        public string Name { get; set; } = "";
    }

    /// <summary>Any type with the constructor that remoting recreates exceptions with.</summary>
    internal sealed class Failure : Exception
    {
        public Failure()
            : base("made by a stranger")
        {
        }

#pragma warning disable SYSLIB0051
        private Failure(SerializationInfo info, StreamingContext context)
            : base(info, context) => Count();
#pragma warning restore SYSLIB0051
    }

    /// <summary>Any actor.</summary>
    internal sealed class Guest : UntypedActor
    {
        public Guest() => Count();

        protected override void OnReceive(object message) => Sender.Tell(message);
    }
}

/// <summary>A payload whose serializer number, manifest and bytes are all chosen by the stranger.</summary>
internal abstract record Forged(string Manifest, byte[] Bytes)
{
    /// <summary>Claims to come from Akka's serializer of generated protobuf types, number 2.</summary>
    internal sealed record Protobuf(string Manifest, byte[] Bytes) : Forged(Manifest, Bytes);

    /// <summary>Claims to come from the Hyperion serializer, number -5.</summary>
    internal sealed record Hyperion(string Manifest, byte[] Bytes) : Forged(Manifest, Bytes);

    public static string Hocon => $$"""
        akka.actor {
          serializers {
            forged-protobuf = "{{NameOf<ProtobufForger>()}}"
            forged-hyperion = "{{NameOf<HyperionForger>()}}"
          }
          serialization-bindings {
            "{{NameOf<Protobuf>()}}" = forged-protobuf
            "{{NameOf<Hyperion>()}}" = forged-hyperion
          }
        }
        """;

    public static string NameOf<T>() => typeof(T).TypeQualifiedName();

    internal abstract class Forger(ExtendedActorSystem system) : SerializerWithStringManifest(system)
    {
        public override string Manifest(object o) => ((Forged)o).Manifest;

        public override byte[] ToBinary(object obj) => ((Forged)obj).Bytes;

        public override object FromBinary(byte[] bytes, string manifest) => throw new NotSupportedException();
    }

    internal sealed class ProtobufForger(ExtendedActorSystem system) : Forger(system)
    {
        public override int Identifier => 2;
    }

    internal sealed class HyperionForger(ExtendedActorSystem system) : Forger(system)
    {
        public override int Identifier => -5;
    }
}
