using ActorCafe.Film;
using ActorCafe.Tests.Shared;
using Microsoft.Playwright;

if (args is not [var folder])
{
    Console.Error.WriteLine("usage: ActorCafe.Film FOLDER (writes floor-light.svg and floor-dark.svg there)");
    return 2;
}

if (!Chromium.IsInstalled)
{
    Console.Error.WriteLine($"{Chromium.Path} is missing; install it with: apt-get install chromium");
    return 1;
}

foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
{
    var file = Path.Combine(folder, $"floor-{(scheme == ColorScheme.Dark ? "dark" : "light")}.svg");
    await File.WriteAllTextAsync(file, await FloorFilm.RecordAsync(scheme));
    Console.WriteLine($"{file}: {new FileInfo(file).Length / 1000} kB");
}

return 0;
