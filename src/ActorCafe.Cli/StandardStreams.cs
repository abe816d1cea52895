using System.Runtime.InteropServices;

namespace ActorCafe.Cli;

/// <summary>
/// Makes the console fail well when a standard stream is closed, full, or its reader has gone away. Standard output then fails with an exception that ends the
/// command; what standard error cannot take is dropped, because nobody is left to tell.
/// </summary>
internal static partial class StandardStreams
{
    private const int Output = 1;
    private const int Errors = 2;

    /// <summary>Guards the console of this process. Call it before anything is written.</summary>
    /// <param name="needsOutput">Whether output that cannot be written is a failure. A node goes on without it.</param>
    public static void Guard(bool needsOutput)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Console.SetError(Writer(new GuardedStream(Errors, Console.OpenStandardError(), isNeeded: false)));
        if (Console.IsOutputRedirected || IsClosed(Output))
        {
            Console.SetOut(Writer(new GuardedStream(Output, Console.OpenStandardOutput(), needsOutput)));
        }
    }

    /// <summary>Opens standard output for bytes.</summary>
    public static Stream OpenOutput() =>
        OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new GuardedStream(Output, Console.OpenStandardOutput(), isNeeded: true);

    // Console.Out would open standard output, and set up the terminal, for its encoding.
    private static StreamWriter Writer(Stream stream) => new(stream, Console.OutputEncoding) { AutoFlush = true };

    // Files that the runtime opens take the numbers of closed streams. Those are closed on exec, so this process cannot have inherited them.
    private static bool IsClosed(int descriptor)
    {
        const int GetFlags = 1;
        const int CloseOnExec = 1;
        var flags = Fcntl(descriptor, GetFlags);
        return flags < 0 || (flags & CloseOnExec) != 0;
    }

    // Console streams drop what is written to a pipe without a reader, and do not say so.
    private static bool HasNoReader(int descriptor)
    {
        const short Error = 8;
        var poll = new PollDescriptor { Descriptor = descriptor };
        return Poll(ref poll, 1, 0) > 0 && (poll.Returned & Error) != 0;
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Fcntl(int descriptor, int command);

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref PollDescriptor descriptors, nuint count, int timeout);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Requested;
        public short Returned;
    }

    private sealed class GuardedStream(int descriptor, Stream console, bool isNeeded) : Stream
    {
        private readonly bool _isClosed = IsClosed(descriptor);

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
            // Console streams keep nothing back.
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            try
            {
                WriteOrFail(buffer);
            }
            catch (IOException) when (!isNeeded)
            {
                // Dropped.
            }
        }

        private void WriteOrFail(ReadOnlySpan<byte> buffer)
        {
            if (_isClosed)
            {
                throw new IOException("standard output is closed");
            }

            try
            {
                console.Write(buffer);
            }
            catch (UnauthorizedAccessException)
            {
                throw new IOException("standard output is not open for writing");
            }

            if (HasNoReader(descriptor))
            {
                throw new ReaderGoneException();
            }
        }
    }
}

/// <summary>The reader of standard output has gone away, as <c>head</c> does when it has read enough.</summary>
internal sealed class ReaderGoneException() : IOException("the reader of standard output has gone away");
