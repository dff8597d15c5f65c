import Testing
import VerbundCore

/// The bits of 100,000 draws of each law. A change here is a change of every result that uses the
/// law, and raises the model version; debug or release, with or without AVX, they must be these.
@Suite struct LawDigestTests {
  private static let digests: [String: String] = [
    "exponential": "87c1e377769b60800d0fdecc99ed5cb6",
    "deterministic": "ecea81665662f6958d00f12ffa690b93",
    "uniform": "80202a6c4a0a2bc49aa20cc2ac5e6711",
    "lognormal 0.02": "bafe42e05fa323d5d404ad319a8127a4",
    "lognormal 1.5": "388db7cd9c99a11c0fa2ac3b0b37d79f",
    "lognormal 10": "66113bdd642d6e65d71d862e4857ef13",
    "gamma 0.01": "72f7dbf1307d11b7b8c3b103f3bc9955",
    "gamma 0.5": "fda6167a48741a89665a70da2183cfff",
    "gamma 1": "d55a205a8de14a1b7b45c2181d1091db",
    "gamma 9": "4478738f0a012bd6a9ed1d31bba14a4b",
    "gamma 2500": "c63654775b89c2ee6c1e8a7d030e6469",
    "weibull 0.2": "9a3535bcfd3259e509277605b49bf035",
    "weibull 0.7": "185fd8d90558c305bf67c22bb7272696",
    "weibull 100": "275901d465a9a3eeaff9f75c4b800fc8",
    "pareto 1.1": "889350e01f2110db844ef95cb7b67b5d",
    "pareto 2.5": "bc71ad4d3e9d758fcd1f3bbec81e21c6",
    "pareto 100": "2e22b81bc77b9ef1cdc3ba6c33f72301",
    "empirical": "cf916f829f746043cead896fe1c8619c",
  ]

  @Test(arguments: LawSamples.named) func bits(name: String, law: Distribution) {
    var hash = TraceHash()
    for u in LawSamples.uniforms { hash.add(u.bitPattern, law.quantile(u).bitPattern) }
    #expect(hash.hex == Self.digests[name], "\(name)")
  }
}
