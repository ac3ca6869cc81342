namespace SpecPush.Release.Tests.Licences;

[TestClass]
public sealed class LicenceTests
{
    [TestMethod]
    [TestCategory("supply-chain.LICENCES.1")]
    public void Everything_that_is_shipped_is_listed_with_its_licence() => Expected.AreEqual("THIRD-PARTY-NOTICES.txt", ThirdPartyNotices.Create());
}
