using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ActorCafe.Floor.Facts;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Floor.Live;

/// <summary>Writes the messages of a live log as server-sent events, each with one line of JSON. docs/floor.md describes them.</summary>
/// <param name="shop">The shop.</param>
/// <param name="run">The id of this run of the front.</param>
/// <param name="counts">The counts of the order book.</param>
internal sealed class LiveMessages(ShopSettings shop, string run, Func<BookCounts> counts)
{
    public static void Comment(IBufferWriter<byte> into) => into.Write(": still here\n\n"u8);

    public void Scene(IBufferWriter<byte> into, LiveScene scene) => Write(into, "scene", scene.Number, json =>
    {
        json.WriteString("run", run);
        json.WriteNumber("number", scene.Number);
        json.WriteNumber("t", scene.Levels.At.TotalSeconds);
        json.WriteNumber("timeScale", shop.Clock.TimeScale);
        json.WriteString("shop", shop.Name);
        ShopJson.WriteVocabulary(json, shop);
        json.WritePropertyName("facts");
        ShopJson.WriteFacts(json, scene.Facts, 0, scene.Facts.Count, TimeSpan.Zero);
        json.WriteStartArray("nodes");
        foreach (var node in scene.Nodes)
        {
            json.WriteStartObject();
            Node(json, node);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("machines");
        foreach (var machine in scene.Machines)
        {
            json.WriteStartObject();
            Machine(json, machine);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("levels");
        Levels(json, scene.Levels, alone: false);
        json.WriteEndObject();
    });

    /// <param name="into">The stream.</param>
    /// <param name="number">The number of the last fact.</param>
    /// <param name="facts">The facts.</param>
    public static void Facts(IBufferWriter<byte> into, long number, IReadOnlyList<Fact> facts) => Write(into, "facts", number, json =>
    {
        json.WritePropertyName("facts");
        ShopJson.WriteFacts(json, facts, 0, facts.Count, TimeSpan.Zero);
    });

    /// <param name="into">The stream.</param>
    /// <param name="number">The change's number; null if facts before it were left out.</param>
    /// <param name="change">The change.</param>
    /// <param name="at">When it happened.</param>
    public static void Change(IBufferWriter<byte> into, long? number, ClusterChange change, TimeSpan at) =>
        Write(into, change is NodeChange ? "node" : "machine", number, json =>
        {
            json.WriteNumber("t", at.TotalSeconds);
            if (change is NodeChange { Node: var node })
            {
                Node(json, node);
            }
            else
            {
                Machine(json, (MachineChange)change);
            }
        });

    /// <param name="into">The stream.</param>
    /// <param name="levels">The counts.</param>
    /// <param name="alone">Whether facts are currently left out.</param>
    public void Levels(IBufferWriter<byte> into, LiveLevels levels, bool alone) => Write(into, "levels", null, json => Levels(json, levels, alone));

    private void Levels(Utf8JsonWriter json, LiveLevels levels, bool alone)
    {
        var book = counts();
        json.WriteNumber("t", levels.At.TotalSeconds);
        ShopJson.WriteNumbers(json, "queues", levels.Queues.Select(orders => (double)orders));
        ShopJson.WriteNumbers(json, "busy", levels.Busy.Select(workers => (double)workers));
        json.WriteNumber("inProgress", levels.InProgress);
        json.WriteNumber("accepted", book.Accepted);
        json.WriteNumber("served", book.Served);
        json.WriteNumber("pending", book.Pending);
        json.WriteNumber("duplicatesSuppressed", book.DuplicatesSuppressed);
        json.WriteNumber("secondCoffees", levels.SecondCoffees);
        json.WriteNumber("repeatedBrews", levels.RepeatedBrews);
        json.WriteBoolean("alone", alone);
    }

    private static void Node(Utf8JsonWriter json, LiveNode node)
    {
        json.WriteString("address", node.Address);
        ShopJson.WriteNames(json, "roles", node.Roles);
        json.WriteString("status", node.Status);
    }

    private static void Machine(Utf8JsonWriter json, MachineChange machine)
    {
        json.WriteString("id", machine.Machine);
        json.WriteString("node", machine.Node);
    }

    private static void Write(IBufferWriter<byte> into, string kind, long? number, Action<Utf8JsonWriter> data)
    {
        var id = number is null ? "" : string.Create(CultureInfo.InvariantCulture, $"id: {number}\n");
        Encoding.UTF8.GetBytes($"event: {kind}\n{id}data: ", into);
        using (var json = new Utf8JsonWriter(into))
        {
            json.WriteStartObject();
            data(json);
            json.WriteEndObject();
        }

        into.Write("\n\n"u8);
    }
}
