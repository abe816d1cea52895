using System.Runtime.Serialization;
using ActorCafe.Cluster.Hosts;
using ActorCafe.Cluster.Wire.Proto;
using Google.Protobuf;

namespace ActorCafe.Cluster.Wire;

/// <summary>To protobuf.</summary>
internal static class KitchenWriter
{
    public static IMessage Write(HostMessage message) => message switch
    {
        HostMessage.Serve serve => Write(serve),
        HostMessage.ServedAcknowledged thanks => new ThanksData { Assignment = Write(thanks.Assignment) },
        HostMessage.Locate question => new WhoIsThereData { Front = question.Front },
        HostMessage.Located here => Write(here),
        HostMessage.Taken taken => new TakenData { Assignment = Write(taken.Assignment) },
        HostMessage.Served served => Write(served),
        HostMessage.GivenBack givenBack => new GivenBackData { Assignment = Write(givenBack.Assignment), Reason = Cut(givenBack.Reason) },
        HostMessage.Closed closed => new ClosedData { Name = WireCheck.Text(closed.Name, WireLimits.MaxName, "name") },
        _ => throw new SerializationException("it has no place on the wire"),
    };

    private static ServeData Write(HostMessage.Serve serve)
    {
        var data = new ServeData
        {
            Assignment = Write(serve.Assignment),
            Order = WireCheck.Number(serve.Order, "order"),
            Drink = WireCheck.Name(serve.Drink, "drink"),
            NextStep = WireCheck.Count(serve.NextStep, WireLimits.MaxSteps, "next_step"),
            Repetition = WireCheck.Count(serve.Repetition, WireLimits.MaxRepetition, "repetition"),
            Lease = WireCheck.Duration(serve.Lease, "lease"),
        };
        if (serve.TraceParent is { } trace)
        {
            data.TraceParent = WireCheck.Text(trace, WireLimits.MaxTraceParent, "trace_parent");
        }

        return data;
    }

    private static HereData Write(HostMessage.Located here) => new()
    {
        Name = WireCheck.Text(here.Name, WireLimits.MaxName, "name"),
        Incarnation = here.Incarnation,
        InHand = here.InHand is { } inHand ? Write(inHand) : null,
    };

    private static ServedData Write(HostMessage.Served served) => new()
    {
        Assignment = Write(served.Assignment),
        Order = WireCheck.Number(served.Order, "order"),
        NextStep = WireCheck.Count(served.NextStep, WireLimits.MaxSteps, "next_step"),
        Repetition = WireCheck.Count(served.Repetition, WireLimits.MaxRepetition, "repetition"),
        Service = WireCheck.Duration(served.Service, "service"),
    };

    private static AssignmentData Write(Assignment assignment) =>
        new() { Front = assignment.Front, Number = WireCheck.Number(assignment.Number, "assignment") };

    // A reason is for the log, and may be an exception's message of any length: the order must come back all the same.
    private static string Cut(string reason) => reason.Length <= WireLimits.MaxReason ? reason : reason[..WireLimits.MaxReason];
}
