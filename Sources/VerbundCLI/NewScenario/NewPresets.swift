/// What a new scenario takes from the catalogue, for places without one.
///
/// Copied from `scenarios/catalogue`; a test holds each figure against the catalogue's own.
enum NewPresets {
  static let text = """
    host-classes:
      amd-2021:
        name: 2 x EPYC 7763, 2021
        confidence: D
        source: "SPECpower_ssj2008: Lenovo ThinkSystem SR645 (AMD EPYC 7763), submitted 24 Mar \
    2021"
        vcpu: { value: 256 vCPU, confidence: V, source: "SPECpower_ssj2008 result list: total \
    threads" }
        speed: 1.000
        power:
          confidence: D
          source: "SPECpower_ssj2008: idle and full load from the official list, straight line \
    between"
          value: [104 W, 139.5 W, 175 W, 210.5 W, 246 W, 281.5 W, 317 W, 352.5 W, 388 W, 423.5 \
    W, 459 W]
    link-classes:
      ktn:
        name: Kerntransportnetz (own fibre, a slice of 100 Gbit/s)
        bandwidth: { value: 10 Gbit/s, confidence: A, source: "slice of 10 to 40 Gbit/s; not \
    public" }
        hops: { value: 4, confidence: A, source: "core of ring and mesh; not public" }
      internet-exchange:
        name: public internet by way of an exchange
        bandwidth: { value: 40 Gbit/s, confidence: A, source: "n x 10 Gbit/s with n = 4" }
        hops: { value: 10, confidence: A, source: "own estimate" }
    tenants:
      public-land-sunday:
        confidence: A
        source: "public provider on a Sunday: the constant half, and a tenth of the calls, all \
    day"
        reserved: 60 %
        utilisation: 7 %
    carbon:
      de-2024-spring:
        level: { value: 363 g/kWh, confidence: V, source: "Umweltbundesamt, German mix 2024, \
    estimate" }
        hours:
          confidence: D
          source: "CarbonCast DE_direct_emissions, Mar to May 2021, hour over season mean"
          value: [
            1.064, 1.055, 1.058, 1.074, 1.108, 1.130, 1.106, 1.037, 0.942, 0.854, 0.792, 0.750,
            0.725, 0.726, 0.757, 0.830, 0.955, 1.097, 1.184, 1.204, 1.188, 1.159, 1.120, 1.084]
    tariffs:
      public-cost:
        capacity:
          value: 0.045 EUR/vCPUh
          confidence: A
          source: "cost price of a public provider at 12 % utilisation, 0.03 to 0.06 EUR/vCPUh"
        traffic: { value: 0.01 EUR/GB, confidence: A, source: "own networks, nearly free; \
    assumed" }
    profiles:
      landtag:
        confidence: A
        source: "Landtagswahl: own shape through the anchors on record (18:00, 18:15, 20:00, \
    21:00, 00:24)"
        points:
          "17:30": 0.06
          "17:55": 0.15
          "18:00": 0.55
          "18:05": 0.80
          "18:15": 0.85
          "18:30": 0.90
          "19:00": 1.00
          "19:30": 0.97
          "19:50": 0.93
          "20:15": 0.88
          "21:00": 0.70
          "21:30": 0.55
          "22:00": 0.42
          "23:00": 0.22
          "00:00": 0.10
          "00:30": 0.06
          "02:00": 0.02
      municipal:
        confidence: A
        source: "municipal and Bundestag elections: own shape through the anchors on record"
        points:
          "17:30": 0.05
          "17:55": 0.12
          "18:00": 0.35
          "18:05": 0.50
          "18:15": 0.60
          "18:30": 0.72
          "19:00": 0.88
          "19:30": 0.97
          "19:50": 1.00
          "20:15": 0.96
          "21:00": 0.80
          "21:30": 0.62
          "22:00": 0.48
          "23:00": 0.25
          "00:00": 0.12
          "00:30": 0.08
          "02:00": 0.02
      citizen-evening:
        confidence: A
        source: "a citizens' portal on a Sunday evening, highest from 19 to 21 h; assumed"
        points:
          "16:00": 0.60
          "18:00": 0.75
          "19:30": 1.00
          "20:30": 1.00
          "22:00": 0.60
          "23:00": 0.35
          "00:00": 0.18
          "02:00": 0.06
    doors:
      door-large:
        confidence: A
        source: "load balancer and firewall of a large provider; no public figure"
        connections: 100000
        new-connections: 5000 1/s
        hits: 50000 hits/s
        keep-alive: 15 s
      door-small:
        confidence: A
        source: "about what a portal saw in earlier elections: 20,000 simultaneous accesses \
    (sr.de, 2024)"
        connections: 20000
        new-connections: 1500 1/s
        hits: 15000 hits/s
        keep-alive: 15 s
    services:
      result-portal:
        confidence: A
        source: "own estimate"
        name: { de: Ergebnisportal, en: Result portal }
        demand:
          hits-per-thousand:
            value: 0.40 hits/s
            confidence: D
            source: "kdvz-frechen.de, Landtagswahl 2017: 17 M hits in 15.3 % of the polling \
    districts"
          profile: landtag
          window: { from: "18:00", to: "00:00" }
          bursts:
            polls-close:
              confidence: A
              source: "peak factor 3 (2 to 5) over the evening's mean, less the shape; minutes \
    assumed"
              at: "18:02"
              rise: 2 min
              fall: 15 min
              height: 2.0
            first-results:
              confidence: A
              source: "first results 18:15 to 18:18 (kdvz 2017, 2024); height assumed"
              at: "18:17"
              rise: 2 min
              fall: 10 min
              height: 1.0
        visit:
          pages:
            value: 4
            confidence: A
            source: "200 hits a visitor and evening (kdvz) are 10 page views of 20 hits, in 2.5 \
    visits"
          think: 20 s
          timeout: 8 s
          leaves: 40 %
        page: { hits: 20, request: 20 kB, response: 400 kB }
        door: door-large
        components:
          display:
            name: { de: Anzeige, en: Display }
            workers: 4
            work: { value: 39 ms, confidence: A, source: "19 static hits of 1 ms, one dynamic \
    of 20 ms" }
            state: stateless
            image: 300 MB
            start-up:
              value: 14 s
              confidence: D
              source: "container start-up budget of 16.5 s for 300 MB at 1 Gbit/s, less 2.4 s \
    of pull"
            scaling: { policy: horizontal, min: 2, set-aside: 12, target: 70 % }
          account:
            name: { de: Nutzerkonto, en: Account }
            workers: 2
            work: 5 ms
            state: stateless
            image: 300 MB
            start-up:
              value: 14 s
              confidence: D
              source: "container start-up budget of 16.5 s for 300 MB at 1 Gbit/s, less 2.4 s \
    of pull"
            scaling: { policy: horizontal, min: 1, set-aside: 4, target: 70 % }
          back-end:
            name: { de: Anbindung der Wahlsoftware, en: Link to the counting software }
            workers: 4
            work: 15 ms
            state: stateful
            scaling: { policy: fixed, set-aside: 4 }
        entry: display
        calls:
          - { from: display, to: account, probability: 5 %, request: 2 kB, response: 4 kB }
          - { from: display, to: back-end, probability: 20 %, request: 2 kB, response: 20 kB }
        slo: { threshold: 2 s, share: 99 % }
      result-portal-municipal:
        like: result-portal
        confidence: A
        source: "own estimate"
        demand:
          hits-per-thousand:
            value: 2.5 hits/s
            confidence: D
            source: "Suedwestfalen-IT 2020: 9,800 requests/s at the peak (ikz-online.de), \
    electorate about 1 M"
          profile: municipal
          bursts:
            polls-close:
              confidence: A
              source: "peak factor 4 (3 to 6) over the evening's mean, less the shape; minutes \
    assumed"
              at: "18:02"
              rise: 2 min
              fall: 15 min
              height: 3.0
      citizen-portal:
        confidence: A
        source: "own estimate"
        name: { de: Bürgerportal, en: Citizens' portal }
        demand:
          hits-per-thousand:
            value: 0.10 hits/s
            confidence: A
            source: "a quarter of an election portal's; BundID alone has 0.77 logins/s in all \
    Germany (D)"
          profile: citizen-evening
          window: { from: "18:00", to: "00:00" }
        visit: { pages: 8, think: 20 s, timeout: 8 s, leaves: 40 % }
        page: { hits: 20, request: 20 kB, response: 400 kB }
        door: door-small
        components:
          display:
            name: { de: Anzeige, en: Display }
            workers: 4
            work: { value: 60 ms, confidence: A, source: "forms are rendered for one person \
    each" }
            state: stateless
            image: 300 MB
            start-up: 14 s
            scaling: { policy: horizontal, min: 1, set-aside: 4, target: 70 % }
          back-end:
            name: { de: Fachverfahren, en: Specialist procedure }
            workers: 4
            work: 30 ms
            state: stateful
            scaling: { policy: fixed, set-aside: 2 }
        entry: display
        calls:
          - { from: display, to: back-end, probability: 50 %, request: 2 kB, response: 20 kB }
        slo: { threshold: 2 s, share: 99 % }

    """
}
