using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SpecPush.Actions.Tests.Infrastructure;

namespace SpecPush.Actions.Tests;

/// <summary>Redirects of a server that is reached over TLS, with a certificate that the system trusts.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class RedirectTests : IAsyncDisposable
{
    private const string Token = "acai_canary_0c7d";

    private readonly TestRepository _repository = ShopRepository.Create();
    private readonly TemporaryFolder _folder = new();
    private readonly X509Certificate2 _certificate = CreateCertificate();
    private ScriptedServer _elsewhere = null!;

    [TestInitialize]
    public async Task StartAsync() => _elsewhere = await ScriptedServer.StartAsync(Answer.Success());

    public async ValueTask DisposeAsync()
    {
        await _elsewhere.DisposeAsync();
        _certificate.Dispose();
        _repository.Dispose();
        _folder.Dispose();
    }

    [TestMethod]
    [TestCategory("reliability.FAULTS.6")]
    [TestCategory("pushing.REQUEST.3")]
    [DataRow(301)]
    [DataRow(302)]
    [DataRow(303)]
    [DataRow(307)]
    [DataRow(308)]
    public void A_redirect_from_https_to_http_does_not_carry_the_token(int status)
    {
        using var server = new FaultyProxy(_elsewhere.ApiUrl, IPAddress.Loopback) { Certificate = _certificate };
        string? head = null;
        server.Fault = async connection =>
        {
            head = await connection.ReadHeadAsync();
            await connection.WriteAsync($"HTTP/1.1 {status} X\r\nLocation: {_elsewhere.ApiUrl}push\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        };
        server.Listen();
        using var step = WorkflowStep.ForPush(_repository)
            .Inputs(("api-url", server.UrlFor("https").ToString()), ("api-token", Token), ("timeout", "60"))
            .Variables(("SSL_CERT_FILE", _folder.Write("trusted.pem", _certificate.ExportCertificatePem())));
        var result = step.Run();
        StringAssert.Contains(result.Log, "SPUSH4005");
        StringAssert.Contains(result.Log, $"redirects to {_elsewhere.ApiUrl}push");
        StringAssert.Contains(head, $"Authorization: Bearer {Token}", "the server was not reached over TLS");
        Assert.IsEmpty(_elsewhere.Requests);
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
