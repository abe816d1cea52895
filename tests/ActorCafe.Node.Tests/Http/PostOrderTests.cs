using System.Net;
using System.Text;
using System.Text.Json;
using ActorCafe.OrderBook;

namespace ActorCafe.Node.Tests.Http;

public sealed class PostOrderTests : IAsyncLifetime
{
    private const string Order = """{"id": "a-1", "drink": "coffee", "customer": "Ada"}""";

    private RunningNode _node = null!;

    public async Task InitializeAsync() => _node = await RunningNode.StartAsync();

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task A_new_order_is_accepted_with_its_place_and_all_that_is_known_of_it()
    {
        var answer = await _node.PlaceAsync(Order);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        answer.Headers.Location!.ToString().ShouldBe("/orders/a-1");
        (await answer.Content.ReadAsStringAsync()).ShouldBe(
            """{"id":"a-1","state":"accepted","drink":"coffee","customer":"Ada","machine":null,"acceptedAt":"2026-03-01T06:00:00Z","servedAt":null}""");
    }

    [Theory]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "b7ad6b7169203331")]
    [InlineData("0af7651916cd43dd", "0000000000000000")]
    [InlineData("", "0000000000000000")]
    public async Task An_order_is_part_of_the_trace_that_its_request_names(string header, string span)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/orders") { Content = new StringContent(Order, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("traceparent", header).ShouldBeTrue();

        (await _node.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        _node.Front.Caller.SpanId.ToHexString().ShouldBe(span);
    }

    [Fact]
    public async Task The_same_id_again_is_the_same_order_and_no_second_coffee()
    {
        await _node.PlaceAsync(Order);
        var again = await _node.PlaceAsync("""{"customer": "Ada", "id": "a-1", "drink": "coffee"}""");

        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await again.JsonAsync()).Text("customer").ShouldBe("Ada");
        _node.Front.Book.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_id_for_another_drink_is_refused()
    {
        await _node.PlaceAsync(Order);
        var other = await _node.PlaceAsync("""{"id": "a-1", "drink": "tea"}""");

        (await other.ShouldBeProblemAsync(HttpStatusCode.Conflict)).ShouldBe("the order a-1 is for coffee, not for tea; give a new order a new id");
        _node.Front.Book["a-1"].Drink.ShouldBe("coffee");
    }

    [Theory]
    [InlineData("\"Ada\"", "\"Bob\"", "Ada, not for Bob")]
    [InlineData("\"Ada\"", "\"ada\"", "Ada, not for ada")]
    [InlineData("\"Ada\"", "null", "Ada, not for a customer without a name")]
    [InlineData("null", "\"Ada\"", "a customer without a name, not for Ada")]
    public async Task The_same_id_for_another_customer_is_refused(string first, string second, string difference)
    {
        (await _node.PlaceAsync($$"""{"id": "a-1", "drink": "coffee", "customer": {{first}}}""")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var other = await _node.PlaceAsync($$"""{"id": "a-1", "drink": "coffee", "customer": {{second}}}""");

        (await other.ShouldBeProblemAsync(HttpStatusCode.Conflict)).ShouldBe($"the order a-1 is for {difference}; give a new order a new id");
        (await _node.PlaceAsync($$"""{"id": "a-1", "drink": "coffee", "customer": {{first}}}""")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"id": "a", "drink": "coffee"}""")]
    [InlineData("""{"id": "a", "drink": "coffee", "customer": null}""")]
    [InlineData("""{"drink": "coffee", "id": "A-Z.a_z:0-9"}""")]
    public async Task A_customer_need_not_be_named(string order)
    {
        var answer = await _node.PlaceAsync(order);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await answer.JsonAsync()).GetProperty("customer").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("""{"drink": "coffee"}""", "the order has no id")]
    [InlineData("""{"id": null, "drink": "coffee"}""", "the order has no id")]
    [InlineData("""{"id": "", "drink": "coffee"}""", "the id must consist of 1 to 128 letters")]
    [InlineData("""{"id": "a b", "drink": "coffee"}""", "the id must consist of")]
    [InlineData("""{"id": "a/b", "drink": "coffee"}""", "the id must consist of")]
    [InlineData("""{"id": "a\n", "drink": "coffee"}""", "the id must consist of")]
    [InlineData("""{"id": "é", "drink": "coffee"}""", "the id must consist of")]
    [InlineData("""{"id": "..", "drink": "coffee"}""", "the id must consist of")]
    [InlineData("""{"id": 7, "drink": "coffee"}""", "the id is not a string")]
    [InlineData("""{"id": "a"}""", "the order has no drink; choose from: coffee, espresso")]
    [InlineData("""{"id": "a", "drink": "cofee"}""", "'cofee' is not on the menu; did you mean coffee?")]
    [InlineData("""{"id": "a", "drink": "beer"}""", "'beer' is not on the menu; choose from: coffee, espresso")]
    [InlineData("""{"id": "a", "drink": ["coffee"]}""", "the drink is not a string")]
    [InlineData("""{"id": "a", "drink": "coffee", "customer": {}}""", "the customer is not a string")]
    [InlineData("""{"id": "a", "drink": "coffee", "customer": "A\u0007da"}""", "the customer has a line break or another control character")]
    [InlineData("""{"id": "a", "drink": "coffee", "customer": "\ud800"}""", "a text in the body is not valid Unicode")]
    [InlineData("""{"id": "a", "drink": "coffee", "size": "large"}""", "an order has no field 'size'; its fields are id, drink and customer")]
    [InlineData("""{"id": "a", "Drink": "coffee"}""", "an order has no field 'Drink'")]
    [InlineData("""{"id": "a", "id": "b", "drink": "coffee"}""", "the body is not JSON with each field once")]
    [InlineData("""{"id": "a", "drink": "coffee"} {}""", "the body is not JSON")]
    [InlineData("""{"id": "a", """, "the body is not JSON")]
    [InlineData("", "the body is not JSON")]
    [InlineData("[]", "the body is not a JSON object")]
    [InlineData("null", "the body is not a JSON object")]
    [InlineData("[[[[[[[[]]]]]]]]", "the body is not JSON")]
    public async Task What_is_no_order_is_refused_with_a_word_on_why(string body, string problem)
    {
        (await (await _node.PlaceAsync(body)).ShouldBeProblemAsync(HttpStatusCode.BadRequest)).ShouldStartWith(problem);
        _node.Front.Book.ShouldBeEmpty();
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        using var body = new ByteArrayContent([.. Encoding.UTF8.GetBytes("{\"id\": \"a"), 0xff, .. Encoding.UTF8.GetBytes("\", \"drink\": \"coffee\"}")]);
        body.Headers.ContentType = new("application/json");

        (await (await _node.Client.PostAsync("/orders", body)).ShouldBeProblemAsync(HttpStatusCode.BadRequest)).ShouldBe("the body is not UTF-8");
    }

    [Theory]
    [InlineData(128, 256, HttpStatusCode.Accepted)]
    [InlineData(129, 256, HttpStatusCode.BadRequest)]
    [InlineData(128, 257, HttpStatusCode.BadRequest)]
    public async Task Ids_and_names_have_a_greatest_length(int id, int customer, HttpStatusCode status) =>
        (await _node.PlaceAsync($$"""{"id": "{{new string('a', id)}}", "drink": "coffee", "customer": "{{new string('é', customer)}}"}""")).StatusCode.ShouldBe(status);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_above_4_KiB_is_refused(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/orders") { Content = new StringContent(Padded(4 * 1024 + 1), Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = chunked;

        (await (await _node.Client.SendAsync(request)).ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge)).ShouldBe("the body is larger than 4096 bytes");
        (await _node.PlaceAsync(Padded(4 * 1024))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_media_type_is_refused(string mediaType) =>
        (await (await _node.PlaceAsync(Order, mediaType)).ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType)).ShouldContain("application/json");

    [Theory]
    [InlineData(null)]
    [InlineData("application/json; charset=utf-16")]
    public async Task A_missing_media_type_and_another_encoding_are_refused(string? contentType)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(Order));
        if (contentType is not null)
        {
            body.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        await (await _node.Client.PostAsync("/orders", body)).ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_front_that_is_not_ready_says_try_again()
    {
        _node.Actors.Obstacle = "it is not up yet";
        var answer = await _node.PlaceAsync(Order);

        (await answer.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable)).ShouldBe("the café is not open: it is not up yet; send the order again later");
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_front_that_has_not_opened_yet_says_try_again()
    {
        _node.Actors.Front = null;

        await (await _node.PlaceAsync(Order)).ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
        await (await _node.Client.GetAsync("/orders/a-1")).ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
        await (await _node.Client.GetAsync("/status")).ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_book_that_cannot_be_written_accepts_nothing()
    {
        _node.Front.Failure = new OrderBookException("the disk is full");
        var answer = await _node.PlaceAsync(Order);

        (await answer.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable)).ShouldBe("the order is not accepted: the disk is full");
        answer.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_leaves_the_order_open()
    {
        await using var node = await RunningNode.StartAsync(times: new NodeTimeouts { Request = TimeSpan.FromMilliseconds(300) });
        node.Front.Hangs = true;

        (await (await node.PlaceAsync(Order)).ShouldBeProblemAsync(HttpStatusCode.GatewayTimeout)).ShouldContain("send it again with the same id");
    }

    [Fact]
    public async Task What_was_not_foreseen_tells_the_client_nothing_of_its_inside()
    {
        _node.Front.Failure = new InvalidOperationException("secret of the house");

        (await (await _node.PlaceAsync(Order)).ShouldBeProblemAsync(HttpStatusCode.InternalServerError)).ShouldNotContain("secret");
    }

    private static string Padded(int bytes)
    {
        const string Start = """{"id": "big", "drink": "coffee" """;
        return $"{Start}{new string(' ', bytes - Start.Length - 1)}}}";
    }
}
