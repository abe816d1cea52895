using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Binding;

/// <summary>Detects a trace whose times are fractions of a day, as spreadsheets count them, rather than seconds.</summary>
internal static class TraceNote
{
    /// <returns>A line for the user; null if the shop has no such trace.</returns>
    public static string? Of(ConfigSection root, ShopSettings shop)
    {
        if (shop.Customers.Arrivals is not ArrivalSettings.Trace { HasTimesOfDay: false, Entries: var entries }
            || entries[^1].Time is { Ticks: 0 } or { TotalSeconds: >= 1 })
        {
            return null;
        }

        var file = root.Find("cafe")!.Section().Find("customers")!.Section().Find("arrivals")!.Section().Find("file")!;
        return file.Error(
            $"all times in {ErrorText.Shown(file.Text())} are below 1 second",
            $"if they are fractions of a day, as a spreadsheet has them, {TraceLayout.TryImport}").Message;
    }
}
