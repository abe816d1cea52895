using ActorCafe.Film;
using ActorCafe.Tests.Shared;
using Microsoft.Playwright;

if (args is not [var folder])
{
    Console.Error.WriteLine("usage: ActorCafe.Film FOLDER (writes floor-light.svg, floor-dark.svg and the last frame of each there)");
    return 2;
}

if (!Chromium.IsInstalled)
{
    Console.Error.WriteLine($"{Chromium.Path} is missing; install it with: apt-get install chromium");
    return 1;
}

foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
{
    var (film, still) = await FloorFilm.RecordAsync(scheme);
    var name = scheme == ColorScheme.Dark ? "dark" : "light";
    foreach (var (file, svg) in new[] { ($"floor-{name}.svg", film), ($"floor-{name}-still.svg", still) })
    {
        await File.WriteAllTextAsync(Path.Combine(folder, file), svg);
        Console.WriteLine($"{file}: {svg.Length / 1000} kB");
    }
}

return 0;
