using System.Text;

namespace ActorCafe.Cluster.Wire.Tls;

/// <summary>New files, never over an old one. With a key in it, nobody but the owner may read it, from its first byte on.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Everybody = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public static void Write(string path, string text) => Write(path, Encoding.ASCII.GetBytes(text));

    public static void Write(string path, byte[] bytes) => Write(path, bytes, OwnerOnly);

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
