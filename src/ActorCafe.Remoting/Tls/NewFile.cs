using System.Text;

namespace ActorCafe.Remoting.Tls;

/// <summary>Writes new files, and never overwrites one. A private file is readable by its owner alone, from its first byte on.</summary>
internal static class NewFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Everybody = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public static void WritePrivate(string path, string text) => WritePrivate(path, Encoding.ASCII.GetBytes(text));

    public static void WritePrivate(string path, byte[] bytes) => Write(path, bytes, OwnerOnly);

    public static void WritePublic(string path, string text) => Write(path, Encoding.ASCII.GetBytes(text), Everybody);

    private static void Write(string path, byte[] bytes, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        using var file = new FileStream(path, options);
        file.Write(bytes);
    }
}
