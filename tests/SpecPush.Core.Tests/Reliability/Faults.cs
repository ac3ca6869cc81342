using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SpecPush.Tests.Reliability;

/// <summary>All that goes wrong.</summary>
internal static class Faults
{
    private static readonly int[] Statuses =
    [
        400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 429, 431, 451, 499,
        500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511, 520, 599,
    ];

    public static IEnumerable<Fault> All =>
    [
        new("nothing goes wrong"), .. Connections, .. Answers, .. Redirects, .. Interim, .. Successes, .. Limits,
        .. Statuses.Select(static status => new Fault($"status {status}", (_, connection) => connection.AnswerAsync(status)) { Status = status }),
        .. Parts, .. Secure, .. Cancellations,
    ];

    private static Fault[] Connections =>
    [
        new("the connection is refused") { Listens = false },
        new("the host is unknown") { Address = static _ => new Uri("https://no-such-host.invalid/api/v1") },
        new("an IPv6 address") { Address = static scene => scene.Proxy.UrlFor("http") },
        .. OnceAndAlways("a reset before the request", static (_, connection) => { connection.Reset(); return Task.CompletedTask; }),
        .. OnceAndAlways("a reset in the request's body", static async (_, connection) => { await connection.ReadHeadAsync(); connection.Reset(); }),
        .. OnceAndAlways("a reset after the server did its work", static async (_, connection) => { await connection.ForwardAsync(); connection.Reset(); }),
        .. OnceAndAlways("closed without an answer", static async (_, connection) => await connection.ReadRequestAsync()),
        .. OnceAndAlways("a reset in the answer's body", static async (_, connection) => { await connection.WriteAsync(Half(await connection.ForwardAsync())); connection.Reset(); }),
        .. OnceAndAlways("half an answer", static async (_, connection) => await connection.WriteAsync(Half(await connection.ForwardAsync()))),
        .. OnceAndAlways("half the head of an answer", static async (_, connection) => { await connection.ForwardAsync(); await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-"); }),
        new("no answer", static async (scene, connection) => { await connection.ReadRequestAsync(); scene.Time.Expire(); await connection.HangAsync(); }),
        new("no answer after the server did its work", static async (scene, connection) => { await connection.ForwardAsync(); scene.Time.Expire(); await connection.HangAsync(); }),
        new("an answer that takes a second for each byte", static async (scene, connection) =>
        {
            foreach (var one in await connection.ForwardAsync())
            {
                await connection.WriteAsync(new[] { one });
                scene.Time.Advance(TimeSpan.FromSeconds(1));
            }
        }),
        new("an answer that takes a second", static async (scene, connection) =>
        {
            var answer = await connection.ForwardAsync();
            scene.Time.Advance(TimeSpan.FromSeconds(1));
            await connection.WriteAsync(answer);
        }),
    ];

    private static Fault[] Answers =>
    [
        new("bytes that are not HTTP", static async (_, connection) => { await connection.ReadRequestAsync(); await connection.WriteAsync("\0\u0001SSH-2.0-OpenSSH_9.9\r\n\r\n"); }),
        new("a header without an end", static async (_, connection) => { await connection.ReadRequestAsync(); await connection.WriteAsync($"HTTP/1.1 200 OK\r\nX: {new string('x', 200_000)}"); }),
        new("a length that is not a number", static async (_, connection) => { await connection.ReadRequestAsync(); await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}"); }),
        new("a broken chunk", static async (_, connection) => { await connection.ReadRequestAsync(); await connection.WriteAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"); }),
        new("a login page", static (_, connection) => connection.AnswerAsync(200, "", "<html>Log in</html>", "text/html")),
        new("another JSON", static (_, connection) => connection.AnswerAsync(200, "", """{"hello":"world"}""")),
        new("JSON of the wrong types", static (_, connection) => connection.AnswerAsync(200, "", """{"data":{"specs_created":"many","warnings":{}}}""")),
        new("JSON that is nested too deep", static (_, connection) => connection.AnswerAsync(200, "", $"{{\"data\":{new string('[', 100_000)}")),
        new("bytes that are not UTF-8", static async (_, connection) => { await connection.ReadRequestAsync(); await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n\"\u00ff\u00fe\""); }),
        new("an error in bytes that are not UTF-8", static async (_, connection) =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 422 X\r\nContent-Length: 28\r\n\r\n{\"errors\":{\"detail\":\"\u00ff\u00fe\"}} ");
        }),
        new("an error with half a character", static (_, connection) => connection.AnswerAsync(422, "", """{"errors":{"detail":"\ud800"}}""")),
        new("the right answer as text/plain", static async (_, connection) =>
            await connection.WriteAsync(Encoding.Latin1.GetString(await connection.ForwardAsync()).Replace("application/json", "text/plain", StringComparison.Ordinal))),
        new("an answer of 100 MB", static async (_, connection) =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 104857600\r\n\r\n");
            for (var megabyte = 0; megabyte < 100; megabyte++)
            {
                await connection.WriteAsync(new byte[1024 * 1024]);
            }
        }),
        new("an error of 100 MB", static async (_, connection) =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 500 X\r\nContent-Length: 104857600\r\n\r\n");
            for (var megabyte = 0; megabyte < 100; megabyte++)
            {
                await connection.WriteAsync(new byte[1024 * 1024]);
            }
        }),
    ];

    private static Fault[] Redirects =>
    [
        .. ((int[])[301, 302, 303, 307, 308]).Select(static status => new Fault($"status {status} to another host", (scene, connection) =>
            connection.AnswerAsync(status, $"Location: {scene.Elsewhere.UrlFor("http")}push\r\n")) { Status = status }),
        new("a redirect to the same host", static (scene, connection) => connection.AnswerAsync(308, $"Location: {scene.Proxy.UrlFor("http")}/v2/push\r\n")),
        new("a redirect to a path", static (_, connection) => connection.AnswerAsync(307, "Location: /login?return=%2F\r\n")),
        new("a redirect to nowhere", static (_, connection) => connection.AnswerAsync(302)),
        new("a redirect to what is not an address", static (_, connection) => connection.AnswerAsync(302, "Location: http://[\r\n")),
        new("status 300", static (_, connection) => connection.AnswerAsync(300)),
        new("status 304", static async (_, connection) => { await connection.ReadRequestAsync(); await connection.WriteAsync("HTTP/1.1 304 X\r\nConnection: close\r\n\r\n"); }),
        new("status 305", static (scene, connection) => connection.AnswerAsync(305, $"Location: {scene.Elsewhere.UrlFor("http")}\r\n")),
    ];

    private static Fault[] Interim =>
    [
        new("status 100 before the answer", static (_, connection) => AfterAsync(connection, "HTTP/1.1 100 Continue\r\n\r\n")),
        new("status 103 before the answer", static (_, connection) => AfterAsync(connection, "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")),
        new("status 102 a hundred times before the answer", static (_, connection) =>
            AfterAsync(connection, string.Concat(Enumerable.Repeat("HTTP/1.1 102 Processing\r\n\r\n", 100)))),
        new("status 101 as the answer", static async (_, connection) =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n");
        }),
    ];

    private static Fault[] Successes =>
    [
        new("status 204", static async (_, connection) => { await connection.ReadRequestAsync(); await connection.WriteAsync("HTTP/1.1 204 X\r\nConnection: close\r\n\r\n"); }),
        new("status 202 and nothing", static (_, connection) => connection.AnswerAsync(202, "", "")),
    ];

    private static Fault[] Limits =>
    [
        .. OnceAndAlways("429 with Retry-After: 2", static (_, connection) => connection.AnswerAsync(429, "Retry-After: 2\r\n")),
        .. OnceAndAlways("429 with a date in fifteen seconds", static (scene, connection) => connection.AnswerAsync(429, $"Retry-After: {scene.Time.GetUtcNow().AddSeconds(15):R}\r\n")),
        new Fault("429 with a date that has passed", static (_, connection) => connection.AnswerAsync(429, "Retry-After: Thu, 01 Jan 1970 00:00:00 GMT\r\n")).Once(),
        new("429 with Retry-After: 3600", static (_, connection) => connection.AnswerAsync(429, "Retry-After: 3600\r\n")),
        new("429 with Retry-After: 2147483647", static (_, connection) => connection.AnswerAsync(429, "Retry-After: 2147483647\r\n")),
        new("429 with a date in the year 9999", static (_, connection) => connection.AnswerAsync(429, "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT\r\n")),
        new("429 with Retry-After: -1", static (_, connection) => connection.AnswerAsync(429, "Retry-After: -1\r\n")),
        new("429 with Retry-After: soon", static (_, connection) => connection.AnswerAsync(429, "Retry-After: soon\r\n")),
        new Fault("429 without a time", static (_, connection) => connection.AnswerAsync(429)).Once(),
        new Fault("503 with Retry-After: 2", static (_, connection) => connection.AnswerAsync(503, "Retry-After: 2\r\n")).Once(),
        new Fault("503", static (_, connection) => connection.AnswerAsync(503)).Once(),
    ];

    private static Fault[] Parts =>
    [
        new Fault("413 to the first of three requests", static (_, connection) => connection.AnswerAsync(413)).On(1).Large(),
        new Fault("a 422 about a limit to the second of three requests", static (_, connection) =>
            connection.AnswerAsync(422, "", """{"errors":{"detail":"Too many specs in one push","status":"UNPROCESSABLE_ENTITY"}}""")).On(2).Large(),
        new Fault("a 422 about something else to the second of three requests", static (_, connection) => connection.AnswerAsync(422)).On(2).Large(),
        new Fault("401 to the second of three requests", static (_, connection) => connection.AnswerAsync(401)).On(2).Large(),
        new Fault("a reset in the second of three answers", static async (_, connection) => { await connection.WriteAsync(Half(await connection.ForwardAsync())); connection.Reset(); }).On(2).Large(),
        new Fault("no answer to the second of three requests", static async (scene, connection) => { await connection.ReadRequestAsync(); scene.Time.Expire(); await connection.HangAsync(); }).On(2).Large(),
        new Fault("a cancellation in the second of three requests", static async (scene, connection) => { await connection.ReadHeadAsync(); await scene.Cancellation.CancelAsync(); await connection.HangAsync(); }).On(2).Large(),
        new Fault("413 to everything", static (_, connection) => connection.AnswerAsync(413)).Large(),
    ];

    private static Fault[] Secure =>
    [
        new("https to a server without it", static async (_, connection) => await connection.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n")) { Address = static scene => scene.Proxy.UrlFor("https") },
        new("a reset in the TLS handshake", static async (_, connection) => { await connection.ReadAsync(1); connection.Reset(); }) { Address = static scene => scene.Proxy.UrlFor("https") },
        Certified("a certificate of its own", "CN=127.0.0.1", TimeSpan.FromDays(1)),
        Certified("a certificate that has expired", "CN=127.0.0.1", TimeSpan.FromDays(-1)),
        Certified("a certificate of another host", "CN=example.org", TimeSpan.FromDays(1)),
    ];

    private static Fault[] Cancellations =>
    [
        new("cancelled before it begins") { Before = static scene => scene.Cancellation.Cancel() },
        Cancelled("cancelled when it connects", static connection => connection.HangAsync()),
        Cancelled("cancelled in the request", static connection => connection.HangAsync(), static connection => connection.ReadHeadAsync()),
        Cancelled("cancelled after the server did its work", static connection => connection.HangAsync(), static connection => connection.ForwardAsync()),
        Cancelled("cancelled in the answer", static connection => connection.HangAsync(), static async connection => await connection.WriteAsync(Half(await connection.ForwardAsync()))),
        Cancelled("cancelled before it tries again", static connection => connection.AnswerAsync(503)),
    ];

    private static Fault[] OnceAndAlways(string name, Func<Scene, ProxiedConnection, Task> behaviour) => [new Fault(name, behaviour).Once(), new Fault(name, behaviour)];

    private static Fault Cancelled(string name, Func<ProxiedConnection, Task> then, Func<ProxiedConnection, Task>? first = null) => new(name, async (scene, connection) =>
    {
        await (first?.Invoke(connection) ?? Task.CompletedTask);
        await scene.Cancellation.CancelAsync();
        await then(connection);
    });

    private static Fault Certified(string name, string subject, TimeSpan valid) => new(name)
    {
        Before = scene => scene.Proxy.Certificate = CreateCertificate(subject, valid),
        Address = static scene => scene.Proxy.UrlFor("https"),
    };

    private static X509Certificate2 CreateCertificate(string subject, TimeSpan valid)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-10), DateTimeOffset.UtcNow + valid);
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }

    private static async Task AfterAsync(ProxiedConnection connection, string before)
    {
        var answer = await connection.ForwardAsync();
        await connection.WriteAsync(before);
        await connection.WriteAsync(answer);
    }

    private static ReadOnlyMemory<byte> Half(byte[] answer) => answer.AsMemory(0, answer.Length - 20);
}
