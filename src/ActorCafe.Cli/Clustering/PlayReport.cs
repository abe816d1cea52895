using System.Text.Json;
using ActorCafe.Cli.Tables;
using ActorCafe.Shop.Results;
using Spectre.Console;
using Grid = ActorCafe.Cli.Tables.Grid;

namespace ActorCafe.Cli.Clustering;

/// <summary>A play on a cluster beside the same customers on one node.</summary>
internal sealed record PlayReport(string Shop, ShopResult OneNode, PlayedOrders Cluster)
{
    public void Print(IAnsiConsole console)
    {
        var (one, response) = (OneNode, OneNode.ResponseTime);
        var table = Grid.Of(Shop, ["one node", "cluster"]);
        table.Row("orders placed", [Human.Count(one.Orders.Arrived), Human.Count(Cluster.Placed)]);
        table.Row("orders served", [Human.Count(one.Orders.Served), Human.Count(Cluster.Responses.Length)]);
        table.Row("time in shop, mean", [Human.Time(response.Mean), Human.Time(Cluster.Mean)]);
        table.Row("time in shop, p50", [Human.Time(response.P50), Human.Time(Cluster.Quantile(0.5))]);
        table.Row("time in shop, p95", [Human.Time(response.P95), Human.Time(Cluster.Quantile(0.95))]);
        table.Row("time in shop, p99", [Human.Time(response.P99), Human.Time(Cluster.Quantile(0.99))]);
        table.Row("time in shop, max", [Human.Time(response.Max), Human.Time(Cluster.Max)]);
        table.Row("last order ended", [Human.Time(one.Makespan), Human.Time(Cluster.Makespan.TotalSeconds)]);
        table.Row("repeated brews", [Human.None, Human.Count(Cluster.Repeats)]);
        console.Write(table);
        console.WriteLine("times in shop time; one node: the same customers and work, played in virtual time");
    }

    public byte[] ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
            Write(json);
        return [.. bytes.ToArray(), (byte)'\n'];
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("shop", Shop);
        Write(json, "oneNode", OneNode.Orders.Arrived, OneNode.Orders.Served, OneNode.ResponseTime.Mean,
            OneNode.ResponseTime.P50, OneNode.ResponseTime.P95, OneNode.ResponseTime.P99, OneNode.ResponseTime.Max, OneNode.Makespan);
        Write(json, "cluster", Cluster.Placed, Cluster.Responses.Length, Cluster.Mean,
            Cluster.Quantile(0.5), Cluster.Quantile(0.95), Cluster.Quantile(0.99), Cluster.Max, Cluster.Makespan.TotalSeconds);
        json.WriteNumber("repeats", Cluster.Repeats);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, long placed, long served, double? mean, double? p50, double? p95, double? p99, double? max, double? makespan)
    {
        json.WriteStartObject(name);
        json.WriteNumber("placed", placed);
        json.WriteNumber("served", served);
        json.WriteStartObject("responseTime");
        foreach (var (key, value) in new[] { ("mean", mean), ("p50", p50), ("p95", p95), ("p99", p99), ("max", max) })
            Write(json, key, value);
        json.WriteEndObject();
        Write(json, "makespan", makespan);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string key, double? value)
    {
        if (value is { } number)
            json.WriteNumber(key, number);
        else
            json.WriteNull(key);
    }
}
