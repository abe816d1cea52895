using System.Globalization;
using ActorCafe.Pictures.Recording;
using ActorCafe.Pictures.Styling;
using ActorCafe.Shop;
using ScottPlot;

namespace ActorCafe.Pictures.Charts;

/// <summary>Draws boxes on lanes: row 0 is at the top, a row is one unit high, time runs to the right.</summary>
internal sealed class GanttPlot(Theme theme, TimeUnit unit, IReadOnlyList<(int Row, WorkerSpan Span)> boxes) : IPlottable
{
    private const float BoxHeight = 0.78f;
    private const float HatchGap = 6;
    private const float LabelSize = 12;
    private const float LabelRoom = 3;

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        foreach (var (row, span) in boxes)
        {
            var box = new PixelRect(
                Axes.GetPixelX(unit.In(span.From)), Axes.GetPixelX(unit.In(span.To)),
                Axes.GetPixelY(-row - (BoxHeight / 2)), Axes.GetPixelY(-row + (BoxHeight / 2)));
            Draw(rp, box, span);
        }
    }

    private void Draw(RenderPack rp, PixelRect box, WorkerSpan span)
    {
        if (span.IsDown)
        {
            Cross(rp, box);
            return;
        }

        var colour = theme.Of((int)(span.Order - 1));
        var fill = span.Activity switch
        {
            WorkerActivity.Serving => colour,
            WorkerActivity.HandingOver => colour.WithAlpha(.45),
            _ => theme.Background,
        };
        rp.Paint.IsAntialias = true;
        Drawing.FillRectangle(rp.Canvas, box, rp.Paint, new FillStyle { Color = fill });
        if (span.IsHeld)
        {
            Hatch(rp, box, colour);
        }

        Drawing.DrawRectangle(rp.Canvas, box, rp.Paint, new LineStyle(1, span.IsHeld ? colour : theme.Background));
        Label(rp, box, span, fill);
    }

    private void Cross(RenderPack rp, PixelRect box)
    {
        Drawing.DrawRectangle(rp.Canvas, box, rp.Paint, new LineStyle(1, theme.Ink));
        Drawing.DrawLine(rp.Canvas, rp.Paint, new Pixel(box.Left, box.Bottom), new Pixel(box.Right, box.Top), theme.Ink, 1);
        Drawing.DrawLine(rp.Canvas, rp.Paint, new Pixel(box.Left, box.Top), new Pixel(box.Right, box.Bottom), theme.Ink, 1);
    }

    // Drawn as lines: a hatched fill would become a bitmap in SVG.
    private static void Hatch(RenderPack rp, PixelRect box, Color colour)
    {
        rp.CanvasState.Save();
        rp.CanvasState.Clip(box);
        for (var x = box.Left - box.Height; x < box.Right; x += HatchGap)
        {
            Drawing.DrawLine(rp.Canvas, rp.Paint, new Pixel(x, box.Bottom), new Pixel(x + box.Height, box.Top), colour, 1.5f);
        }

        rp.CanvasState.Restore();
    }

    private static void Label(RenderPack rp, PixelRect box, WorkerSpan span, Color fill)
    {
        var label = new LabelStyle
        {
            Text = span.Order.ToString(CultureInfo.InvariantCulture),
            FontName = BundledFont.Name,
            FontSize = LabelSize,
            ForeColor = Contrast.TextOn(fill),
            Alignment = Alignment.MiddleCenter,
        };
        // The colour and the preceding box identify the order that holds the worker.
        if (!span.IsHeld && label.Measure(label.Text, rp.Paint).Width + LabelRoom <= box.Width)
        {
            label.Render(rp.Canvas, box.Center, rp.Paint);
        }
    }
}
