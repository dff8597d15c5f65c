/// The text of a new scenario; what stands in `{{…}}` is filled in by `NewScenario`.
enum NewTemplate {
  static let text = #"""
    {{editor}}
    # {{heading}}
    #
    # A first draft to be changed, written by `verbund new`: {{kind}}.
    # Sizes, set-aside and offers are invented (confidence A) until you know better. What decides
    # most is the set-aside of the portal; the cases at the end show how to vary it.
    # What each key takes: docs/scenario-format.md. What is wrong with it: `verbund validate FILE`.
    verbund: 1
    name: {{name}}
    title: {{title}}
    question:
      de: Was ändert es, wenn Kapazität anderer Standorte die Spitze dieses Abends trägt?
      en: What does it change if capacity of other sites carries this evening's peak?
    {{include}}
    # Everything random follows from the seed: the same seed, the same citizens in every variant.
    seed: {{seed}}
    # Five nights support a comparison; "holds in 95 % of the nights" takes at least 59.
    nights: {{nights}}
    focus: portal
    compare-to: inseln
    {{date-comment}}
    horizon: { start: "{{date}} 16:00", length: 10 h, slot: 1 min }

    # Where the hosts stand. Names are neutral: capacities of real providers are not public.
    sites:
    {{sites}}

    # Who is connected to whom; distances follow from the places.
    links:
      people-home: { class: internet-exchange, ends: [{{land}}, {{home}}] }
      people-partner: { class: internet-exchange, ends: [{{partner-land}}, {{partner}}] }
    {{links}}

    workloads:
      portal:
        like: {{service}}
        name: {{portal-name}}
        home: {{home}}
        confidence: A
        source: "own estimate"
        demand:
          regions:
            {{land}}: { value: {{share}}, confidence: A, source: "{{share-source}}" }
          profile: {{profile}}
        components:
          display:
            scaling:
              min: 1
              # {{set-aside-comment}}
              set-aside:
                value: {{set-aside}}
                confidence: A
                source: "sized so that the evening without bursts runs at some 70 %"
              # calendar: { "17:30": {{set-aside}} }   # all of it from 17:30 on
      # The lender's own citizens: their service counts as much.
      partner-portal:
        like: citizen-portal
        name: { de: Bürgerportal des Partners, en: Citizens' portal of the partner }
        home: {{partner}}
        confidence: A
        source: "own estimate"
        demand:
          regions:
            {{partner-land}}: { value: 0.2, confidence: A, source: "assumed" }

    # Drawn once per night: what nobody knows before the evening.
    uncertain:
      confidence: A
      source: "own estimate"
      volume: { low: 0.7, middle: 1, high: 1.6 }
      work: { low: 0.8, middle: 1, high: 1.5 }
      base-load: { low: 0.5, middle: 1, high: 1.5 }
      forecast: { low: 0.6, middle: 1, high: 1.4 }
      correlation: 0.7

    # What others may lend; a variant says whether and how it is ordered.
    lending:
      confidence: A
      source: "own estimate"
      offers: { {{offers}} }
      keep-free: 50 %
    variants:
      inseln:
        name: { de: Inseln, en: Islands }
        lending: { order: none }
      portal:
        name: { de: Über das Portal bestellt, en: Ordered through the portal }
        lending:
          confidence: A
          source: "a few days to two weeks under a framework contract"
          order: portal
          placed: 14 d before
          arrival: "17:00"
          until: "01:00"
      verbund:
        name: { de: Verbund, en: Federation }
        lending: { order: automatic }
    # An axis crossed with the variants: take the signs away to run three sizes of the set-aside.
    # cases:
    #   small:
    #     workloads: { portal: { components: { display: { scaling: { set-aside: {{half}} } } } } }
    #   middle: {}
    #   large:
    #     workloads: { portal: { components: { display: { scaling: { set-aside: {{double}} } } } } }

    """#

  static let site = #"""
      {{id}}:
        name: { de: {{de}}, en: {{en}} }
        place: {{place}}
        hosts: { value: [{ class: amd-2021, count: 4 }], confidence: A, source: "size invented" }
        tenants: public-land-sunday
        carbon: de-2024-spring
        tariff: public-cost
    """#
}
