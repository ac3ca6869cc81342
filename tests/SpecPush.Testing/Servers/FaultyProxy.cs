using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SpecPush.Testing;

/// <summary>A proxy between a client and a real server that causes the faults that the test specifies.</summary>
internal sealed class FaultyProxy : IDisposable
{
    private readonly Uri _server;
    private readonly Socket _socket;
    private bool _isListening;
    private int _connections;

    /// <summary>Reserves its address, and refuses connections until it listens.</summary>
    public FaultyProxy(Uri server, IPAddress address)
    {
        _server = server;
        _socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        _socket.Bind(new IPEndPoint(address, 0));
    }

    /// <summary>What happens to a connection; null passes everything on.</summary>
    public Func<ProxiedConnection, Task>? Fault { get; set; }

    /// <summary>The certificate, for a proxy with TLS.</summary>
    public X509Certificate2? Certificate { get; set; }

    public int Connections => Volatile.Read(ref _connections);

    public Uri UrlFor(string scheme) => new UriBuilder(scheme, EndPoint.Address.ToString(), EndPoint.Port, _server.AbsolutePath).Uri;

    private IPEndPoint EndPoint => (IPEndPoint)_socket.LocalEndPoint!;

    public void Listen()
    {
        if (!_isListening)
        {
            _isListening = true;
            _socket.Listen();
            _ = AcceptAsync();
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _socket.AcceptAsync();
                Interlocked.Increment(ref _connections);
                _ = ServeAsync(client);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using (client)
        {
            try
            {
                Stream stream = new NetworkStream(client);
                if (Certificate is { } certificate)
                {
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(certificate);
                    stream = secure;
                }

                var connection = new ProxiedConnection(client, stream, _server);
                await (Fault is { } fault ? fault(connection) : connection.PassOnAsync());
            }
            catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // The client has disconnected, as it should with a lasting fault.
            }
        }
    }
}

/// <summary>One connection of a client, with the one request that it carries.</summary>
internal sealed class ProxiedConnection(Socket socket, Stream stream, Uri server)
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    public async Task PassOnAsync() => await WriteAsync(await ForwardAsync());

    /// <summary>Reads the request up to its body.</summary>
    public async Task<string> ReadHeadAsync()
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (head.Count < EndOfHead.Length || !head[^EndOfHead.Length..].SequenceEqual(EndOfHead))
        {
            await stream.ReadExactlyAsync(one);
            head.Add(one[0]);
        }

        return Encoding.Latin1.GetString([.. head]);
    }

    /// <summary>Passes the request to the server, and returns the whole answer as bytes.</summary>
    public async Task<byte[]> ForwardAsync()
    {
        var head = await ReadHeadAsync();
        var length = head.Split("\r\n").Single(static line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase)).Split(' ')[1];
        var body = new byte[int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body);
        using var upstream = new TcpClient();
        await upstream.ConnectAsync(server.Host, server.Port);
        await using var there = upstream.GetStream();
        await there.WriteAsync(Encoding.Latin1.GetBytes(head.Insert(head.Length - 2, "Connection: close\r\n")));
        await there.WriteAsync(body);
        using var answer = new MemoryStream();
        await there.CopyToAsync(answer);
        return answer.ToArray();
    }

    public async Task ReadAsync(int bytes) => await stream.ReadExactlyAsync(new byte[bytes]);

    public Task WriteAsync(string text) => WriteAsync(Encoding.Latin1.GetBytes(text));

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        await stream.WriteAsync(bytes);
        await stream.FlushAsync();
    }

    /// <summary>Reads the request and answers it without passing it on.</summary>
    public async Task AnswerAsync(int status, string headers = "", string body = """{"errors":{"detail":"No"}}""", string contentType = "application/json")
    {
        await ReadRequestAsync();
        await WriteAsync($"HTTP/1.1 {status} X\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{headers}\r\n{body}");
    }

    public async Task ReadRequestAsync()
    {
        var head = await ReadHeadAsync();
        var length = head.Split("\r\n").Single(static line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase)).Split(' ')[1];
        await stream.ReadExactlyAsync(new byte[int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)]);
    }

    /// <summary>Ends the connection like a crash, with RST instead of FIN.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    /// <summary>Waits until the client disconnects.</summary>
    public async Task HangAsync() => await stream.CopyToAsync(Stream.Null);
}
